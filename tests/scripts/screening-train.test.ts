import { readFileSync } from 'node:fs';
import { inProject } from '../../scripts/project';
import { crossValidated } from '../../scripts/screening/cross-validation';
import { examplesOf, train } from '../../scripts/screening/training';
import { learnedWeights, WEIGHTS_FILE } from '../../scripts/screening-train';
import { unpack } from '../../src/safety/screening/wording/model';
import type { Sample } from '../safety/measure';

jest.setTimeout(180_000);

const texts: readonly (readonly [text: string, label: Sample['label']])[] = [
  ['向こうの店で続きをどうぞ', 'disclosure'],
  ['向こうの店で待ってます', 'disclosure'],
  ['送料込みで続きをどうぞ', 'ordinary'],
  ['送料込みで待ってます', 'ordinary'],
];

/** The same texts of several writers. */
const samples = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'].flatMap((group) =>
  texts.map(
    ([text, label]): Sample => ({
      text: `${text}${group}`,
      label,
      kinds: label === 'disclosure' ? ['url'] : [],
      group,
    }),
  ),
);

test('the kept weights are those that the development texts give', () => {
  expect(learnedWeights()).toBe(readFileSync(inProject(WEIGHTS_FILE), 'utf8'));
});

test('training tells apart what the texts tell apart', () => {
  const model = unpack(train(examplesOf(samples)));
  const [bad, good] = examplesOf([
    { text: '向こうの店で', label: 'disclosure', kinds: ['url'], group: 'x' },
    { text: '送料込みで', label: 'ordinary', kinds: [], group: 'x' },
  ]).map(({ features }) => features.reduce((sum, feature) => sum + model.weightOf(feature), 0));
  expect(bad).toBeGreaterThan(0);
  expect(good).toBeLessThan(0);
});

test('a text whose address a rule finds teaches nothing about wording', () => {
  const [example] = examplesOf([
    { text: 'taro@example.com', label: 'disclosure', kinds: ['email'], group: 'x' },
  ]);
  expect(example).toBeUndefined();
});

test('cross-validation judges every text once, and no other', () => {
  const judge = crossValidated(samples);
  expect(samples.filter(({ text, label }) => judge(text).allowed !== (label === 'ordinary'))).toEqual([]);
  expect(() => judge('another text')).toThrow('in no fold');
});
