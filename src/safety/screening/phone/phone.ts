import type { Hits } from '../text/hits';
import { originalSpan, type Span, type View } from '../text/view';
import type { Finding } from '../types';
import type { Group } from './groups';
import { isIsbn10, type Shape, shapes } from './shapes';

const maximumDigits = 15;

/** How all shapes begin: a cheap test before a candidate is judged. */
const mayBegin = /^(?:0[1-9]|0081|81[5789]0|[5789]0|1?[2-9]\d\d[2-9])/u;

/** What a candidate is judged by, besides its digits. */
interface Candidate {
  readonly groups: readonly Group[];
  readonly digits: string;
  /** Digits run on before or after it, as in a longer code. */
  readonly cutOut: boolean;
  readonly plus: boolean;
  readonly span: Span;
}

/** The gaps inside a candidate: every group's but the first's. */
function gapsOf(candidate: Candidate): Group['gap'][] {
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
  return shape.base > 0.5 ? 0.05 : 0;
}

/** Signs between the digits are usual, one and the same filler is a disguise, differing words are doubtful. */
function gapScore(candidate: Candidate): number {
  const filled = gapsOf(candidate).filter((gap) => gap.kind === 'filled');
  if (filled.length === 0) return 0.1;
  const different = new Set(filled.map((gap) => gap.words)).size;
  return different === 1 && filled.length > 1 ? 0.1 : -0.1 * Math.min(filled.length, 3);
}

/** Words around the number that call it a phone number, or another code. */
function contextScore(candidate: Candidate, shape: Shape, hits: Hits): number {
  const code = hits.near('code-cue', candidate.span, 12);
  const phone = hits.near('phone-cue', candidate.span, 16);
  const nearer =
    code !== undefined &&
    (phone === undefined || phone.start < code.start || phone.start > candidate.span.start);
  if (nearer && code.start < candidate.span.start) return -0.5;
  const isbn =
    candidate.groups.length === 1 && shape.name === 'landline' && isIsbn10(candidate.digits) ? -0.3 : 0;
  return isbn + (phone === undefined ? 0 : 0.3);
}

function score(candidate: Candidate, shape: Shape, hits: Hits): number {
  const penalties = (candidate.cutOut ? 0.4 : 0) + (candidate.groups.some((group) => group.coded) ? 0.3 : 0);
  const sum =
    shape.base + groupingScore(candidate, shape) + gapScore(candidate) + contextScore(candidate, shape, hits);
  return Math.min(0.99, sum - penalties);
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
  if (shape.needs === 'zero-first') return hits.near('zero-first', candidate.span, 30) !== undefined;
  return true;
}

/** The confidence, 0 to 1, that a candidate is a phone number. */
function judge(candidate: Candidate, hits: Hits): number {
  let best = 0;
  for (const shape of shapes) {
    if (!shape.digits.test(candidate.digits) || !isMeant(candidate, shape, hits)) continue;
    best = Math.max(best, score(candidate, shape, hits));
  }
  return best;
}

/** Whether digits go on next to a group without a pause, as in 1234-5678-9012-3456. */
function runsOn(text: string, left: Group | undefined, right: Group | undefined): boolean {
  if (left === undefined || right === undefined) return false;
  return /^[-. ]?$/u.test(text.slice(left.to, right.from));
}

function isPlus(text: string, from: number): boolean {
  return /\+ ?\(?$/u.test(text.slice(Math.max(0, from - 3), from));
}

/** The digits of groups as dialled: +81 (0)90 drops the bracketed zero. */
function dialled(groups: readonly Group[], plus: boolean): string {
  const parts = groups.map((group) => group.digits);
  if (plus && parts[0] === '81') return [parts[0], parts.slice(1).join('').replace(/^0/u, '')].join('');
  return parts.join('');
}

/** 1234 in 090円1234円5678円: no price begins with 090, so the signs around it are a disguise. */
function isInDisguise(group: Group, head: Group | undefined): boolean {
  return group.digits.length === 4 && head?.unit === true && /^0[5789]0$/u.test(head.digits);
}

/** The best phone number that starts with a group, if any. */
function bestFrom(
  view: View,
  all: readonly Group[],
  first: number,
  hits: Hits,
): { finding: Finding; next: number } | undefined {
  let best: { finding: Finding; next: number } | undefined;
  let count = 0;
  let digits = '';
  const plus = isPlus(view.text, all[first]?.from ?? 0);
  for (let at = first; at < all.length; at += 1) {
    const group = all[at];
    if (group === undefined || (at > first && group.gap.kind === 'far')) break;
    if (group.quantity && !isInDisguise(group, all[first])) break;
    count += group.digits.length;
    if (count > maximumDigits) break;
    digits += group.digits;
    if (count < 9 || !(plus || mayBegin.test(digits))) continue;
    const finding = findingOf(view, all, first, at + 1, hits);
    if (finding.confidence > (best?.finding.confidence ?? 0)) best = { finding, next: at + 1 };
  }
  return best;
}

function findingOf(view: View, all: readonly Group[], first: number, end: number, hits: Hits): Finding {
  const groups = all.slice(first, end);
  const from = Math.min(groups[0]?.from ?? 0, groups.at(-1)?.from ?? 0);
  const span = originalSpan(view, from, Math.max(groups[0]?.to ?? 0, groups.at(-1)?.to ?? 0));
  const plus = isPlus(view.text, from);
  const cutOut = runsOn(view.text, all[first - 1], all[first]) || runsOn(view.text, all[end - 1], all[end]);
  const candidate = { groups, digits: dialled(groups, plus), cutOut, plus, span };
  const disguised =
    groups.some((group) => group.disguised) || gapsOf(candidate).some((gap) => gap.kind === 'filled');
  return {
    ...span,
    kind: 'phone',
    confidence: Math.round(judge(candidate, hits) * 100) / 100,
    reason: disguised ? 'phone-number-disguised' : 'phone-number',
  };
}

/** The groups as one reads them from the end: the last one first, each backwards. */
function backwards(groups: readonly Group[]): Group[] {
  return groups.toReversed().map((group, index) => ({
    ...group,
    digits: Array.from(group.digits).reverse().join(''),
    gap: groups[groups.length - index]?.gap ?? group.gap,
  }));
}

function scan(view: View, groups: readonly Group[], hits: Hits): Finding[] {
  const findings: Finding[] = [];
  for (let at = 0; at < groups.length; ) {
    const best = bestFrom(view, groups, at, hits);
    if (best !== undefined) findings.push(best.finding);
    at = best !== undefined && best.finding.confidence >= 0.5 ? best.next : at + 1;
  }
  return findings;
}

/** Phone numbers in a text, also weak ones; `groups` are the digits of the folded view. */
export function findPhones(view: View, groups: readonly Group[], hits: Hits): Finding[] {
  const forwards = scan(view, groups, hits);
  if (hits.all('backwards').length === 0) return forwards;
  const reversed = scan(view, backwards(groups), hits);
  return [
    ...forwards,
    ...reversed.map((finding): Finding => ({ ...finding, reason: 'phone-number-disguised' })),
  ];
}
