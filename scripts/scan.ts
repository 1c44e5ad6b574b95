import { parsePhoneNumberFromString } from 'libphonenumber-js';

/**
 * Tells which of the numbers (E.164) occur in a text in any spelling: with or without country code, in full-width or
 * other digits, with separators between them.
 */
export function numbersIn(text: string, numbers: readonly string[]): string[] {
  const plain = text.normalize('NFKC');
  return numbers.filter((number) => spelled(number).test(plain));
}

function spelled(number: string): RegExp {
  const national = parsePhoneNumberFromString(number)?.nationalNumber ?? number.replace('+', '');
  return new RegExp(national.split('').join('\\D{0,2}'));
}
