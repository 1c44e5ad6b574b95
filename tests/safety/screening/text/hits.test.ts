import { fold } from '../../../../src/safety/screening/text/fold';
import { findHits, Hits } from '../../../../src/safety/screening/text/hits';
import { squeeze } from '../../../../src/safety/screening/text/squeeze';

function hitsOf(text: string) {
  return findHits(text, squeeze(fold(text)), ['ja', 'en']);
}

function has(text: string, tag: 'app-weak' | 'app' | 'app-sure' | 'refuse'): boolean {
  return hitsOf(text).some(({ tags }) => tags.has(tag));
}

test.each(['スカイライン', 'ラインナップ', 'online shop', 'guidelines', '湘南新宿ライン', 'ラインストーン'])(
  '%s names no messenger',
  (text) => {
    expect(has(text, 'app-weak')).toBe(false);
  },
);

test.each(['LINEで', 'ラインで', 'L I N E', 'my line id'])('%s names one', (text) => {
  expect(has(text, 'app-weak') || has(text, 'app-sure')).toBe(true);
});

test('a word inside a longer known word does not count', () => {
  expect(has('できませんか', 'refuse')).toBe(false);
  expect(has('できません。', 'refuse')).toBe(true);
});

test('nearness is counted in characters of the original, outside the stretch itself', () => {
  const hits = new Hits([
    { start: 0, end: 2, tags: new Set(['refuse']) },
    { start: 20, end: 22, tags: new Set(['invite']) },
  ]);
  expect(hits.near('refuse', { start: 10, end: 12 }, 8)).toMatchObject({ start: 0 });
  expect(hits.near('refuse', { start: 10, end: 12 }, 7)).toBeUndefined();
  expect(hits.near('invite', { start: 19, end: 23 }, 5)).toBeUndefined();
});
