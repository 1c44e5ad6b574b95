import type { Hits } from '../text/hits';
import type { Span } from '../text/view';
import { contextScore, type Look } from './context';
import type { Group } from './groups';
import { isIsbn10, type Shape, shapes } from './shapes';

/** What a candidate is judged by, besides its digits. */
export interface Candidate {
  readonly groups: readonly Group[];
  readonly digits: string;
  /** Digits run on before or after it, as in a longer code. */
  readonly cutOut: boolean;
  readonly plus: boolean;
  readonly span: Span;
}

/** The gaps inside a candidate: every group's but the first's. */
export function gapsOf(candidate: Candidate): Group['gap'][] {
  return candidate.groups.slice(1).map((group) => group.gap);
}

/** The lengths of the groups, e.g. `3-4-4`. */
function partitionOf(candidate: Candidate): string {
  return candidate.groups.map((group) => group.digits.length).join('-');
}

/** How usual the grouping is: most for a usual one, less for single digits and disguises. */
function groupingScore(candidate: Candidate, shape: Shape): number {
  if (shape.partitions.includes(partitionOf(candidate))) return 0.3;
  const singles = candidate.groups.filter((group) => group.digits.length === 1).length;
  if (singles >= 8 || isSpelledOut(candidate) || candidate.groups.every((group) => group.disguised))
    return 0.25;
  if (candidate.groups.filter((group) => group.disguised).length >= 2) return 0.15;
  return shape.base > 0.5 ? 0.05 : 0;
}

/** Signs between the digits are usual, one and the same filler is a disguise, differing words are doubtful. */
function gapScore(candidate: Candidate): number {
  const filled = gapsOf(candidate).filter((gap) => gap.kind === 'filled');
  if (filled.length === 0) return 0.1;
  const different = new Set(filled.map((gap) => gap.words)).size;
  return different === 1 && filled.length > 1 ? 0.1 : -0.1 * Math.min(filled.length, 3);
}

const sums = /^ ?[+=×x*] ?$/u;
const lists = /^ ?(?:, |、|[+=×x*]) ?$/u;

/** Groups of a row of prices, sizes or colours: 1,480+880, 600×620×1010, "310, 498, 3371". */
function isRow({ groups }: Candidate, shape: Shape, text: string): boolean {
  if (groups.some((group) => group.disguised)) return false;
  const between = shape.strict === true ? lists : sums;
  const isBetween = (group: Group, index: number): boolean =>
    between.test(text.slice(groups[index]?.to ?? 0, group.from));
  return groups.slice(1).some(isBetween) && new Set(groups.map(({ digits }) => digits.length)).size > 1;
}

function lookOf(candidate: Candidate, shape: Shape): Look {
  if (candidate.groups.every((group) => group.disguised)) return 'in-words';
  return shape.name === 'mobile' && shape.partitions.includes(partitionOf(candidate)) ? 'mobile' : 'other';
}

/** Whether a row of digits is an ISBN by its check digit, as one in eleven is by chance: unless it is called a phone number. */
function isBookNumber({ groups, digits, span }: Candidate, shape: Shape, hits: Hits): boolean {
  const isCalled = hits.near('phone-word', span, 2) !== undefined;
  return groups.length === 1 && shape.name === 'landline' && isIsbn10(digits) && !isCalled;
}

function score(candidate: Candidate, shape: Shape, hits: Hits, text: string): number {
  const penalties =
    (candidate.cutOut ? 0.4 : 0) +
    (candidate.groups.some((group) => group.coded) ? 0.3 : 0) +
    (isRow(candidate, shape, text) ? 0.3 : 0) +
    (isBookNumber(candidate, shape, hits) ? 0.3 : 0);
  const context = contextScore(candidate.span, lookOf(candidate, shape), hits);
  return Math.min(
    0.99,
    shape.base + groupingScore(candidate, shape) + gapScore(candidate) + context - penalties,
  );
}

/** Digits told one by one, some of them as words: nobody writes another code like that. */
function isSpelledOut({ groups }: Candidate): boolean {
  const singles = groups.filter((group) => group.digits.length === 1);
  const tight = groups.slice(1).every((group) => group.gap.kind === 'tight');
  return tight && singles.length >= 5 && singles.some((group) => group.disguised);
}

function isMeant(candidate: Candidate, shape: Shape, hits: Hits): boolean {
  if (shape.strict && !shape.partitions.includes(partitionOf(candidate)) && !isSpelledOut(candidate))
    return false;
  if (shape.needs === 'plus') return candidate.plus;
  if (shape.needs === 'phone') return hits.near('phone-word', candidate.span, 60) !== undefined;
  if (shape.needs === 'zero-first') return hits.near('zero-first', candidate.span, 30) !== undefined;
  return true;
}

/** The confidence, 0 to 1, that a candidate is a phone number. */
export function judge(candidate: Candidate, hits: Hits, text: string): number {
  let best = 0;
  for (const shape of shapes) {
    if (!shape.digits.test(candidate.digits) || !isMeant(candidate, shape, hits)) continue;
    best = Math.max(best, score(candidate, shape, hits, text));
  }
  return best;
}
