import type { Group } from './groups';
import type { Lead } from './leading-zero';

const mobile = /^0[5789]0\d{8}$/u;

/** Talk may stand between the parts of a number that somebody tells, but not a whole message. */
const longestPause = 60;
const leadReach = 30;
/** A telephone number has no more parts than digits. */
const mostParts = 11;

/** Parts of a number in the order of a text. */
export interface Telling {
  readonly parts: readonly Group[];
  /** Somebody says that a zero belongs in front. */
  readonly lead: boolean;
}

/** How many of the parts from an index on have `count` digits together; 0 where they do not come out even. */
function partsWith(parts: readonly Group[], first: number, count: number): number {
  let digits = 0;
  for (let at = first; at < Math.min(parts.length, first + mostParts) && digits < count; at += 1) {
    digits += parts[at]?.digits.length ?? 0;
    if (digits === count) return at + 1 - first;
  }
  return 0;
}

function digitsOf(parts: readonly Group[]): string {
  return parts.map((part) => part.digits).join('');
}

/** The parts that come out at the given lengths from an index on, one list for each length. */
function partsAt(parts: readonly Group[], first: number, lengths: readonly number[]): Group[][] | undefined {
  const found: Group[][] = [];
  let at = first;
  for (const length of lengths) {
    const count = partsWith(parts, at, length);
    if (count === 0) return undefined;
    found.push(parts.slice(at, at + count));
    at += count;
  }
  return found;
}

/** Three digits of a head, or two where a zero is told to stand before them; then the lengths of the parts in both orders. */
const orders = [
  { lengths: [3, 4, 4], head: 0, lead: false },
  { lengths: [2, 4, 4], head: 0, lead: true },
  { lengths: [4, 4, 3], head: 2, lead: false },
  { lengths: [4, 3, 4], head: 1, lead: false },
  { lengths: [4, 7], head: 1, lead: false },
  { lengths: [4, 4, 2], head: 2, lead: true },
];

function isNear(lead: Lead, part: Group): boolean {
  return lead.from < part.to + leadReach && part.from < lead.to + leadReach;
}

/** The number that begins at a part, told from its head on or from its end. */
function tellingAt(
  parts: readonly Group[],
  first: number,
  leads: readonly Lead[],
  reorders: boolean,
): Telling | undefined {
  for (const { lengths, head, lead } of orders) {
    if (head > 0 && !reorders) continue;
    const found = partsAt(parts, first, lengths);
    const begin = found?.[head];
    if (found === undefined || begin === undefined) continue;
    const rest = found.filter((_, index) => index !== head).flat();
    const digits = `${lead ? '0' : ''}${digitsOf(begin)}${digitsOf(rest)}`;
    if (!mobile.test(digits) || (lead && !leads.some((each) => begin.some((part) => isNear(each, part)))))
      continue;
    return { parts: found.flat(), lead };
  }
  return undefined;
}

function isUnbroken({ parts }: Telling): boolean {
  return parts.slice(1).every((part, index) => part.from - (parts[index]?.to ?? 0) <= longestPause);
}

/** Which groups are taken for parts. */
type Selection = (group: Group) => boolean;

/** A number may be told without units, hidden among them (090チャンネル、0000回、1234話), or spread over the items of a list. */
export const selections: readonly Selection[] = [
  ({ quantity }) => !quantity,
  () => true,
  ({ digits }) => digits.length >= 3,
];

/** The parts that may belong to a number. */
export function partsOf(groups: readonly Group[], leads: readonly Lead[], isPart: Selection): Group[] {
  const isLead = (part: Group): boolean => leads.some((lead) => lead.from <= part.from && part.to <= lead.to);
  return groups.filter((part) => isPart(part) && !part.label && !isLead(part));
}

/** The numbers that parts make, one after the other. */
export function tellingsAmong(parts: readonly Group[], leads: readonly Lead[], reorders: boolean): Telling[] {
  const tellings: Telling[] = [];
  for (let at = 0; at < parts.length; ) {
    const telling = tellingAt(parts, at, leads, reorders);
    const isOne = telling !== undefined && isUnbroken(telling);
    if (isOne) tellings.push(telling);
    at += isOne ? telling.parts.length : 1;
  }
  return tellings;
}
