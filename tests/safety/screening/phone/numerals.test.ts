import { groupsOf } from '../../../../src/safety/screening/phone/groups';
import { fold } from '../../../../src/safety/screening/text/fold';

function digitsIn(text: string): string {
  return groupsOf(fold(text).text)
    .map(({ digits }) => digits)
    .join(' ');
}

test.each([
  ['九十、四千三百二十一', '90 4321'],
  ['二千四', '2004'],
  ['おーきゅーおー ひーふーみーよー', '090 1234'],
  ['ひとふたみよ', '1234'],
  ['zer0 n1ne z3r0', '0 9 0'],
  ['uno dos tres cuatro', '1 2 3 4'],
  ['isa dalawa tatlo apat', '1 2 3 4'],
  ['null neun null', '0 9 0'],
  ['niner naught nil', '9 0 0'],
  ['0️⃣8️⃣0️⃣ ⭕⭕🥚🍩 🥇🥈🥉', '080 0000 123'],
  ['kyu-juu, hachi', '90 8'],
])('%s is read as %s', (text, digits) => {
  expect(digitsIn(text)).toBe(digits);
});

test.each([
  ['zero ate zero won too', '0 8 0 1 2'],
  ['one two three for', '1 2 3 4'],
  ['none, nine, none', '0 9 0'],
  ['zero nine zero for pickup', '0 9 0'],
  ['I ate too much for free', ''],
  ['none of them won', ''],
])('ordinary words are digits only in a row of digits: %s', (text, digits) => {
  expect(digitsIn(text)).toBe(digits);
});

test.each([
  ['2222にワン切り', '2222'],
  ['5678にお願い', '5678'],
  ['九〇に丸丸', '90 00'],
  ['一三五七に頼む', '1357'],
])('what follows digits is no digit: %s', (text, digits) => {
  expect(digitsIn(text)).toBe(digits);
});
