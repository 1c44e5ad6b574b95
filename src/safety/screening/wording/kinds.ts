import type { Span } from '../text/view';
import { type FindingKind, findingKinds } from '../types';
import { conceptsOf, isConcept } from './concepts';
import { type Reading, sliceOf } from './features';
import weights from './weights.json';

/** What each concept and each known word's tag says for each kind, in the order of `findingKinds`; under `''` how usual the kinds are. */
export type KindWeights = Readonly<Record<string, readonly number[]>>;

/** What a stretch is about: its concepts and the tags of its known words. */
export function subjectsOf({ squeezed, hits }: Reading, span: Span): string[] {
  const concepts = Array.from(conceptsOf(sliceOf(squeezed, span))).filter((unit) =>
    isConcept(unit.charCodeAt(0)),
  );
  return [...new Set(concepts), ...hits.tagsWithin(span)];
}

/** The kind of disclosure that a stretch is most likely about. */
export function kindOf(reading: Reading, span: Span, learned: KindWeights = weights.kinds): FindingKind {
  const subjects = ['', ...subjectsOf(reading, span)];
  const sumFor = (index: number): number =>
    subjects.reduce((sum, subject) => sum + (learned[subject]?.[index] ?? 0), 0);
  const sums = findingKinds.map((_, index) => sumFor(index));
  return findingKinds[sums.indexOf(Math.max(...sums))] ?? 'direct-dealing';
}
