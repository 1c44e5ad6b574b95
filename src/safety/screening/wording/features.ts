import type { Group } from '../phone/groups';
import type { Hits } from '../text/hits';
import type { Span, View } from '../text/view';
import type { ScreenLanguage } from '../types';
import { conceptsOf } from './concepts';

/** What a stretch of a text is judged by. */
export interface Reading {
  readonly original: string;
  readonly languages: readonly ScreenLanguage[];
  readonly folded: View;
  readonly squeezed: View;
  readonly hits: Hits;
  readonly groups: readonly Group[];
}

const longestRun = 3;
const longestConceptRun = 4;

/** A 32-bit hash (FNV-1a with a last mix), so that a feature needs no string of its own. */
export function hashOf(kind: string, text: string, from = 0, to = text.length): number {
  let hash = 2166136261 ^ kind.charCodeAt(0);
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
  hash = Math.imul(hash ^ (hash >>> 13), 0x5bd1e995);
  return (hash ^ (hash >>> 15)) >>> 0;
}

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

/** Runs of 1 to `longest` units. */
function addRuns(features: Set<number>, kind: string, text: string, longest: number): void {
  for (let from = 0; from < text.length; from += 1) {
    const end = Math.min(text.length, from + longest);
    for (let to = from + 1; to <= end; to += 1) features.add(hashOf(kind, text, from, to));
  }
}

const word = /[a-z']+/gu;

/** English words, alone and in pairs. */
function addWords(features: Set<number>, text: string): void {
  let before = '';
  for (const [each] of text.matchAll(word)) {
    features.add(hashOf('w', each));
    if (before !== '') features.add(hashOf('w', `${before} ${each}`));
    before = each;
  }
}

/** The concepts of a text, whatever stands between them: alone, in pairs and in threes. */
function addConcepts(features: Set<number>, text: string): void {
  const concepts = [...new Set(text.replace(/[^A-Z]/gu, ''))].sort();
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
 * The features of a stretch as hashes: runs of its characters as written and with concepts in the place of words, English words, and the
 * tags of known words. Which digits there are is for other rules. Linear in the length.
 */
export function featuresOf({ original, folded, squeezed, hits }: Reading, span: Span): Set<number> {
  const features = new Set<number>();
  const plain = sliceOf(squeezed, span).replace(/[0-9]+/gu, '#');
  addRuns(features, 'g', plain, longestRun);
  const concepts = conceptsOf(plain);
  addRuns(features, 'c', concepts, longestConceptRun);
  addConcepts(features, concepts);
  addWords(features, sliceOf(folded, span));
  addTags(features, hits, span);
  if (/[?？]/u.test(original.slice(span.start, span.end))) features.add(hashOf('?', ''));
  return features;
}
