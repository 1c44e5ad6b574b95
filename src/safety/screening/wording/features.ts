import type { Group } from '../phone/groups';
import type { Hits } from '../text/hits';
import type { Span, View } from '../text/view';
import type { ScreenLanguage } from '../types';
import { conceptsOf, isConcept } from './concepts';
import { extended, finished, hashOf, startOf } from './hash';
import type { RuleFeatures } from './rule-features';

/** What a stretch of a text is judged by. */
export interface Reading {
  readonly original: string;
  readonly languages: readonly ScreenLanguage[];
  readonly folded: View;
  readonly squeezed: View;
  readonly hits: Hits;
  readonly groups: readonly Group[];
}

/** Concepts and English words that stand this far apart still count as a pair. */
const farthestConcept = 4;
const farthestWord = 3;

/** Index of the first unit of a view that comes from a place at or after `position`. */
function indexOf({ starts }: View, position: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The part of a view that shows a stretch of the original. */
export function sliceOf(view: View, { start, end }: Span): string {
  return view.text.slice(indexOf(view, start), indexOf(view, end));
}

/** Runs of 1 to `longest` units that have a unit which counts. */
function addRuns(
  features: Set<number>,
  text: string,
  { kind, longest, counts }: { kind: string; longest: number; counts: (code: number) => boolean },
): void {
  const start = startOf(kind);
  for (let from = 0; from < text.length; from += 1) {
    let hash = start;
    let isCounted = false;
    const end = Math.min(text.length, from + longest);
    for (let at = from; at < end; at += 1) {
      const code = text.charCodeAt(at);
      hash = extended(hash, code);
      isCounted ||= counts(code);
      if (isCounted) features.add(finished(hash));
    }
  }
}

const runs = { kind: 'g', longest: 4, counts: () => true };
/** What is said around a concept. */
const conceptRuns = { kind: 'c', longest: 4, counts: isConcept };

const word = /[a-z']+/gu;

/** English words: alone, in twos and threes, and pairs with other words between. */
function addWords(features: Set<number>, text: string): void {
  const words = Array.from(text.matchAll(word), ([each]) => each);
  words.forEach((one, at) => {
    features.add(hashOf('w', one));
    const [two, three] = words.slice(at + 1, at + 3);
    if (two !== undefined) features.add(hashOf('w', `${one} ${two}`));
    if (three !== undefined) features.add(hashOf('w', `${one} ${two} ${three}`));
    for (const far of words.slice(at + 2, at + 1 + farthestWord)) features.add(hashOf('s', `${one} ${far}`));
  });
}

/** Concepts that follow one another, with other words between. */
function addConceptOrder(features: Set<number>, concepts: string): void {
  for (let from = 0; from < concepts.length; from += 1) {
    const end = Math.min(concepts.length, from + 1 + farthestConcept);
    for (let to = from + 1; to < end; to += 1)
      features.add(hashOf('o', concepts.charAt(from) + concepts.charAt(to)));
  }
}

/** The concepts of a text, whatever stands between them: alone, in pairs and in threes. */
function addConcepts(features: Set<number>, sequence: string): void {
  const concepts = [...new Set(sequence)].sort();
  concepts.forEach((one, first) => {
    features.add(hashOf('q', one));
    concepts.slice(first + 1).forEach((two, next) => {
      features.add(hashOf('q', one + two));
      for (const three of concepts.slice(first + next + 2)) features.add(hashOf('q', one + two + three));
    });
  });
}

/** Known words, alone and in pairs. */
function addTags(features: Set<number>, hits: Hits, span: Span): void {
  const tags = hits.tagsWithin(span).sort();
  tags.forEach((tag, index) => {
    features.add(hashOf('t', tag));
    for (const other of tags.slice(index + 1)) features.add(hashOf('t', `${tag}/${other}`));
  });
}

/**
 * The features of a stretch as hashes: runs of its characters as written and with concepts in the place of words, English words, the
 * tags of known words, and what rules found in the talk. Which digits there are is for other rules. Linear in the length.
 */
export function featuresOf(
  { original, folded, squeezed, hits }: Reading,
  span: Span,
  rules: RuleFeatures,
): Set<number> {
  const features = new Set<number>();
  const plain = sliceOf(squeezed, span).replace(/[0-9]+/gu, '#');
  addRuns(features, plain, runs);
  const rewritten = conceptsOf(plain);
  addRuns(features, rewritten, conceptRuns);
  const sequence = Array.from(rewritten)
    .filter((unit) => isConcept(unit.charCodeAt(0)))
    .join('');
  addConcepts(features, sequence);
  addConceptOrder(features, sequence);
  addWords(features, sliceOf(folded, span));
  addTags(features, hits, span);
  for (const feature of rules.within(span)) features.add(feature);
  if (/[?？]/u.test(original.slice(span.start, span.end))) features.add(hashOf('?', ''));
  return features;
}
