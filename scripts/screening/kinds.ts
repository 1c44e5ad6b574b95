import { analyse } from '../../src/safety/screening/analysis';
import { findingKinds } from '../../src/safety/screening/types';
import { type KindWeights, subjectsOf } from '../../src/safety/screening/wording/kinds';
import type { Sample } from '../../tests/safety/measure';

/** How much it counts that a kind is usual: less than in the corpus, whose writers chose their kinds. */
const priorShare = 0.3;
/** What rarely occurs says nothing sure. */
const fewestTexts = 10;

/** Logarithms are kept in tenths. */
const rounded = (value: number): number => Math.round(value * 10) / 10;

/** Learns what each subject says for each kind, from disclosures of one kind: a naive Bayes classifier. */
export function learnKinds(samples: readonly Sample[]): KindWeights {
  const totals = findingKinds.map(() => 0);
  const counts = new Map<string, number[]>();
  for (const { text, kinds } of samples) {
    const kind = kinds.length === 1 && kinds[0] !== undefined ? findingKinds.indexOf(kinds[0]) : -1;
    if (kind < 0) continue;
    totals[kind] = (totals[kind] ?? 0) + 1;
    for (const subject of subjectsOf(analyse(text, ['ja', 'en']), { start: 0, end: text.length })) {
      const count = counts.get(subject) ?? findingKinds.map(() => 0);
      count[kind] = (count[kind] ?? 0) + 1;
      counts.set(subject, count);
    }
  }
  const shares = (count: readonly number[]): number[] => {
    const logarithms = count.map((each, kind) => Math.log((each + 0.5) / ((totals[kind] ?? 0) + 10)));
    const mean = logarithms.reduce((sum, each) => sum + each, 0) / logarithms.length;
    return logarithms.map((each) => rounded(each - mean));
  };
  const usual = [...counts].filter(([, count]) => count.reduce((sum, each) => sum + each, 0) >= fewestTexts);
  return Object.fromEntries([
    ['', totals.map((total) => rounded(priorShare * Math.log(total + 1)))],
    ...usual
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([subject, count]) => [subject, shares(count)] as const),
  ]);
}
