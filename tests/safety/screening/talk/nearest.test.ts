import { Nearest } from '../../../../src/safety/screening/talk/nearest';

const spans = [
  { start: 10, end: 14 },
  { start: 30, end: 34 },
];

test('what is near is found, in reading order, and what is far or the same place is not', () => {
  const nearest = new Nearest(spans, 20);
  expect(nearest.of({ start: 0, end: 2 }, 5)).toBeUndefined();
  expect(nearest.of({ start: 0, end: 6 }, 5)).toBe(spans[0]);
  expect(nearest.of({ start: 12, end: 16 }, 20)).toBe(spans[1]);
  expect(nearest.of({ start: 36, end: 40 }, 5)).toBe(spans[1]);
  expect(nearest.of({ start: 90, end: 94 }, 20)).toBeUndefined();
});
