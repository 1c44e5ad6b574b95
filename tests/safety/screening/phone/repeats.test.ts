import { screen } from '../../../../src/safety/screening';
import { groupsOf } from '../../../../src/safety/screening/phone/groups';
import { fold } from '../../../../src/safety/screening/text/fold';

function digitsIn(text: string): string {
  return groupsOf(fold(text).text)
    .map(({ digits }) => digits)
    .join(' ');
}

test.each([
  ['ゼロキュウゼロ、ゼロが四つ、5656', '090 0000 5656'],
  ['〇八〇の後にゼロ4個、末尾7878', '080 0000 7878'],
  ['ゼロハチゼロ・ゼロ×4・ナナナナロクロク', '080 0000 7766'],
  ['090, then four zeros, 1234', '090 0000 1234'],
  ['double oh, triple three', '00 333'],
  ['〇が一個、八が一個、〇が五個、四三二一', '0 8 00000 4321'],
  ['れーはちれー', '080'],
  ['0*8*0*0*5*6*7*8', '0 8 0 0 5 6 7 8'],
])('digits count as often as %s says', (text, digits) => {
  expect(digitsIn(text)).toBe(digits);
});

test.each(['090、次がゼロ4個、末尾7878です', 'Zero nine zero, one two three four, then four zeros'])(
  'a number that is told so is found: %s',
  (text) => {
    expect(screen(text).findings).toContainEqual(
      expect.objectContaining({ kind: 'phone', reason: 'phone-number-disguised' }),
    );
  },
);

test.each(['2×4材を3本', 'りんご5個とみかん8個', 'サイズ3が2つ残っています', '0x1F'])(
  'a count is no repetition of a number: %s',
  (text) => {
    expect(screen(text).allowed).toBe(true);
  },
);
