import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { texts } from './texts';

/** What Twilio gives as the caller of a withheld number: the word ANONYMOUS on a keypad. */
const anonymous = '+266696687';

/** Whether a caller id says who calls. */
export function isNumber(callerId: string): boolean {
  return /^\+?\d+$/.test(callerId) && callerId !== anonymous;
}

/** A caller id as a phone in Japan shows it: 050-3200-0000, or +1 202 555 0123 from abroad. */
export function displayed(callerId: string): string {
  if (!isNumber(callerId)) return texts.withheld;
  const number = parsePhoneNumberFromString(callerId);
  if (!number) return callerId;
  return number.countryCallingCode === '81' ? number.formatNational() : number.formatInternational();
}

/** What is typed into a phone in Japan, as E.164; short numbers and codes as they are. */
export function dialled(typed: string): string {
  const number = parsePhoneNumberFromString(typed, 'JP');
  return number?.isPossible() ? number.number : typed.trim();
}
