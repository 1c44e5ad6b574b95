import fc from 'fast-check';
import { screen } from '../../../src/safety/screening';

/** Enough runs to meet every combination of the small lists, the same ones every time. */
export const runs = { numRuns: 300, seed: 20_240_901 };

/** Sentences around a disguise. */
export const wrapper = fc.constantFrom(
  ['', ''],
  ['電話は', 'です'],
  ['こちらにお願いします→', ''],
  ['急ぎなら', 'まで！'],
  ['Call me ', ' please'],
  ['よろしく！\n', '\n待ってます'],
);

/** Whether a text is rejected with a finding of a kind. */
export function isFound(text: string, kind: string): boolean {
  const verdict = screen(text);
  return !verdict.allowed && verdict.findings.some((finding) => finding.kind === kind);
}

/** Repeated, these make texts that a careless rule takes long for. */
export const hostileSeeds = [
  '0',
  '0 9 ',
  '090-1234-5678 ',
  '@',
  'a@',
  'a.',
  'a.com ',
  'ぜろきゅう',
  'line ',
  'うちに電話',
  '直接取引 現金 ',
  '○らい',
  'é𝟎',
  '((((',
  'oil0|',
  'ﾞ',
  'h t t p',
] as const;
