import { screen } from '../../../../src/safety/screening';
import { isFound } from '../generators';

test.each([
  '電話、先頭の3桁は080です',
  '3つから書くね、070',
  'my cell in three messages. part one: 090',
  'つづき 4321、📞まってる',
])('a piece that is handed over is a disclosure: %s', (text) => {
  expect(isFound(text, 'phone')).toBe(true);
});

test.each([
  '市外局番は京都と同じで、000の4321',
  'DSN 243-0000',
  '家電にかけて 0000-22-4321',
  'call 757-000-4321',
])('a local number is found where the text is about phoning: %s', (text) => {
  expect(isFound(text, 'phone')).toBe(true);
});

test.each([
  'シリアルの先頭の3桁は080です',
  '続きは1234ページから',
  'part one is 1200 yen',
  '棚番 0000-22-4321',
  'Item 757-000-4321 is sold',
  '080-xxxxのような番号は書けません',
])('pieces of other codes pass: %s', (text) => {
  expect(screen(text).allowed).toBe(true);
});
