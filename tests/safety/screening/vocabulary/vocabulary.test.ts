import { vocabulary } from '../../../../src/safety/screening/vocabulary';
import { expand } from '../../../../src/safety/screening/vocabulary/expand';

test('choices multiply, and may be empty', () => {
  expect(expand('a{b,c}d{e,}')).toEqual(['abde', 'abd', 'acde', 'acd']);
  expect(expand('direct_deal')).toEqual(['direct deal']);
});

test('a word of two lists has the tags of both', () => {
  const match = vocabulary().longest('口座番号', 0);
  expect([...(match?.value.tags ?? [])].sort()).toEqual(['bank', 'code-cue']);
});
