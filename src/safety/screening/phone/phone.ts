import type { Hits } from '../text/hits';
import { originalSpan, type View } from '../text/view';
import type { Finding } from '../types';
import type { Group } from './groups';
import { gapsOf, judge } from './score';
import { shapes } from './shapes';

const maximumDigits = 15;

/** How all shapes begin: a cheap test before a candidate is judged. */
const mayBegin = /^(?:0[1-9]|0000|0081|81[5789]0|[5789]0|1?[2-9]\d\d)/u;

/** Whether digits go on next to a group without a pause, as in 1234-5678-9012-3456. */
function runsOn(text: string, left: Group | undefined, right: Group | undefined): boolean {
  if (left === undefined || right === undefined) return false;
  return /^[-. ]?$/u.test(text.slice(left.to, right.from));
}

/** Whether a plus stands before digits that is none of a sum. */
function isPlus(text: string, from: number): boolean {
  return /(?<![0-9円] ?)\+ ?\(?$|(?<![a-z])plus ?[-(]?$|ぷらす ?$/u.test(
    text.slice(Math.max(0, from - 7), from),
  );
}

/** The digits of groups as dialled: +81 (0)90 drops the bracketed zero. */
function dialled(groups: readonly Group[], plus: boolean): string {
  const parts = groups.map((group) => group.digits);
  if (plus && parts[0] === '81') return [parts[0], parts.slice(1).join('').replace(/^0/u, '')].join('');
  return parts.join('');
}

/** Whether digits are worth a closer look. */
function hasShape(digits: string): boolean {
  return shapes.some((shape) => shape.digits.test(digits));
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
    if (count < 9 || !(plus || mayBegin.test(digits)) || !hasShape(dialled(all.slice(first, at + 1), plus)))
      continue;
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
    confidence: Math.round(judge(candidate, hits, view.text) * 100) / 100,
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
