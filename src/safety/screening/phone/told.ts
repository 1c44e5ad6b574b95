import type { Hits } from '../text/hits';
import { originalSpan, type Span, type View } from '../text/view';
import type { Finding } from '../types';
import type { Group } from './groups';
import { leadsIn } from './leading-zero';
import { partsOf, selections, type Telling, tellingsAmong } from './tellings';

const head = /^0[5789]0$/u;
const headless = /^[5789]0$/u;

const cueReach = 40;
/** Who says more often that a zero belongs in front says nothing new. */
const mostLeads = 3;

/** What says that digits with talk between them are one number; a head of its own and parts of four say most. */
const worth = {
  parts: 0.4,
  head: 0.1,
  inWords: 0.15,
  linked: 0.1,
  cue: 0.15,
  lead: 0.2,
  code: -0.5,
  coded: -0.4,
  skipped: -0.1,
  unit: -0.15,
};

/** Whether other digits stand between the parts. */
function skips(groups: readonly Group[], { parts }: Telling): boolean {
  const first = parts[0]?.index ?? 0;
  const within = groups.slice(first, (parts.at(-1)?.index ?? first) + 1);
  return within.filter((group) => !group.label && !group.quantity).length > parts.length;
}

/** Whether a head stands there in one piece, or digit by digit without talk between. */
function hasHead(parts: readonly Group[]): boolean {
  const isTight = parts[1]?.gap.kind === 'tight' && parts[2]?.gap.kind === 'tight';
  return isTight || parts.some((part) => head.test(part.digits) || headless.test(part.digits));
}

/** Whether a longer code runs on before the parts, as in 2021-090-4477. */
function isCutOut(text: string, groups: readonly Group[], { parts }: Telling): boolean {
  const [first] = parts;
  const before = groups[(first?.index ?? 0) - 1];
  return first !== undefined && before !== undefined && /^[-./]$/u.test(text.slice(before.to, first.from));
}

function confidenceOf(
  telling: Telling,
  groups: readonly Group[],
  view: View,
  span: Span,
  hits: Hits,
): number {
  const { parts, lead } = telling;
  const gaps = parts.slice(1).map((part) => part.gap.kind);
  const says: readonly [boolean, number][] = [
    [true, worth.parts],
    [hasHead(parts), worth.head],
    [parts.filter((part) => part.disguised).length >= 2, worth.inWords],
    [gaps.some((kind) => kind === 'linked'), worth.linked],
    [hits.near('phone-cue', span, cueReach) !== undefined, worth.cue],
    [lead, worth.lead],
    [hits.near('code-cue', span, 12) !== undefined, worth.code],
    [parts.some((part) => part.coded), worth.coded],
    [isCutOut(view.text, groups, telling), worth.coded],
    [skips(groups, telling), worth.skipped],
    [parts.some((part) => part.quantity), worth.unit],
  ];
  const sum = says.reduce((total, [holds, value]) => (holds ? total + value : total), 0);
  return Math.round(Math.min(0.9, sum) * 100) / 100;
}

/**
 * Mobile numbers told part by part with talk between: "the first is 090, then come four zeros, and it ends with 1234". The
 * parts come out at three, four and four digits, which the numbers of ordinary talk hardly ever do behind a 090.
 */
export function findTold(view: View, groups: readonly Group[], hits: Hits): Finding[] {
  const leads = leadsIn(view.text).slice(0, mostLeads);
  const reorders = hits.all('reorder').length > 0;
  const tellings = selections.flatMap((selection) =>
    tellingsAmong(partsOf(groups, leads, selection), leads, reorders),
  );
  return tellings.map((telling) => {
    const span = originalSpan(view, telling.parts[0]?.from ?? 0, telling.parts.at(-1)?.to ?? 0);
    const confidence = confidenceOf(telling, groups, view, span, hits);
    return { ...span, kind: 'phone', confidence, reason: 'phone-number-disguised' };
  });
}
