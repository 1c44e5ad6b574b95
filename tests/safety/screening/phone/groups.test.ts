import { groupsOf } from '../../../../src/safety/screening/phone/groups';
import { fold } from '../../../../src/safety/screening/text/fold';

function digits(text: string): string[] {
  return groupsOf(fold(text).text)
    .filter((group) => !group.quantity)
    .map((group) => group.digits);
}

test.each<[string, string[]]>([
  ['090-1234', ['090', '1234']],
  ['ぜろきゅうぜろ', ['090']],
  ['ゼロ九0', ['090']],
  ['O9O と l234', ['090', '1234']],
  ['twelve thirty four', ['12', '3', '4']],
  ['0nine0', ['090']],
  ['0(ぜろ)9(きゅう)0(ぜろ)', ['0', '9', '0']],
  ['ごーろく', ['56']],
  ['にいち', ['21']],
])('%s is read as %j', (text, expected) => {
  expect(digits(text)).toEqual(expected);
});

test.each([
  '3,980円'.slice(2),
  '12月',
  '8日',
  '5個',
  '19時',
  '10:30',
  '¥500',
  '45cm',
  '3rd',
  '二度',
  'someone',
  '最初に',
  'oil',
])('%s holds no digits of a number', (text) => {
  expect(digits(text)).toEqual([]);
});

test('a particle behind digits is no digit', () => {
  expect(digits('5678に電話')).toEqual(['5678']);
});

test('a leading zero is never a quantity', () => {
  expect(digits('090円')).toEqual(['090']);
});
