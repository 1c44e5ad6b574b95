import { segments } from '../../../../simulator/twilio/account/segments';

test.each([
  ['a'.repeat(160), 1],
  ['a'.repeat(161), 2],
  ['あ'.repeat(70), 1],
  ['あ'.repeat(71), 2],
  ['🎸'.repeat(36), 2],
])('a text is counted in segments of its alphabet', (body, count) => {
  expect(segments(body)).toBe(count);
});
