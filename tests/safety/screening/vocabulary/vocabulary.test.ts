import { vocabulary } from '../../../../src/safety/screening/vocabulary';
import { expand } from '../../../../src/safety/screening/vocabulary/expand';

test('choices multiply, and may be empty', () => {
  expect(expand('a{b,c}d{e,}')).toEqual(['abde', 'abd', 'acde', 'acd']);
  expect(expand('direct')).toEqual(['direct']);
});

test('a word of two lists has the tags of both', () => {
  const match = vocabulary().longest('口座番号', 0);
  expect([...(match?.value.tags ?? [])].sort()).toEqual(['bank', 'code-cue']);
});

test('spaces between words that belong together do not matter', () => {
  expect(vocabulary().longest('directdeal', 0)?.end).toBe(10);
});
