import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  falseRate,
  loadCorpus,
  measureAll,
  measureGroups,
  missesOf,
  recall,
  remembering,
  type Sample,
} from './measure';

/** Some ten thousand texts are judged, on whatever machine. */
jest.setTimeout(120_000);

const development = loadCorpus('development');
const heldOut = loadCorpus('held-out');
const firstSight = loadCorpus('first-sight');
/** What all tests of this file measure. */
const judge = remembering();
const all = [...development, ...heldOut, ...firstSight];

describe('the corpus', () => {
  test('has at least 1,000 different texts, half of them ordinary', () => {
    expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
    expect(all.length).toBeGreaterThanOrEqual(1000);
    expect(all.filter(({ label }) => label === 'ordinary').length).toBeGreaterThanOrEqual(all.length / 2);
  });

  test('names the kinds of every disclosure and of nothing else', () => {
    for (const { label, kinds } of all) expect(kinds.length > 0).toBe(label === 'disclosure');
  });

  test('keeps the author styles of each part apart from those that rules are tuned on', () => {
    const known = new Set(development.map(({ group }) => group));
    expect([...heldOut, ...firstSight].filter(({ group }) => known.has(group))).toEqual([]);
  });
});

describe.each([
  ['development', development],
  ['held-out', heldOut],
])('on the %s texts', (name, samples) => {
  test('at least 97 % of the disclosures are found', () => {
    expect(recall(measureAll(name, samples, judge))).toBeGreaterThanOrEqual(0.97);
  });

  test('at most 1 % of ordinary talk is rejected', () => {
    expect(falseRate(measureAll(name, samples, judge))).toBeLessThanOrEqual(0.01);
  });

  test('no author style is served much worse than the others', () => {
    for (const group of measureGroups(samples, judge))
      expect({ group: group.name, low: recall(group) < 0.85 }).toEqual({ group: group.name, low: false });
  });
});

test('the file of known misses lists every text that is judged wrongly, and no other; texts of first sight stay unread', () => {
  const lines = readFileSync(join(__dirname, 'known-misses.jsonl'), 'utf8').split('\n').filter(Boolean);
  const known = lines.map((line) => (JSON.parse(line) as Sample).text);
  expect(
    missesOf([...development, ...heldOut], judge)
      .map(({ text }) => text)
      .sort(),
  ).toEqual(known.sort());
});
