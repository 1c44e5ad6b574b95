/** Digits that are told by their first and last one, and where the telling ends. */
export interface Series {
  readonly digits: string;
  readonly to: number;
}

const range = / ?(?:から(?:順に|じゆんに)?|to|thru|through|till|until|[~〜～](?=.(?:を|まで|$))) ?/uy;
const inOrder = /(?:まで)?[をのも、, ]{0,2}(?:順|じゆん|in order|in sequence|in a row)|まで|(?=[。、,!]|$)/uy;
const counting =
  /(?:count|counts|counting|climb|climbs)(?: up)?(?: from (?:one|1))? to |(?:the )?first (?=(?:four|4) (?:counting )?numbers)/uy;

function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match === null ? undefined : at + match[0].length;
}

/** Where the last digit of 1から4まで順に stands, when such a range goes on behind its first one. */
export function rangeEnd(text: string, to: number): number | undefined {
  return matchEnd(range, text, to);
}

/** Where the words end that call a range one: まで順に, "in order". */
export function orderEnd(text: string, to: number): number | undefined {
  return matchEnd(inOrder, text, to);
}

/** Where the last digit of "count to four" stands. */
export function countingEnd(text: string, from: number): number | undefined {
  return /[cft]/u.test(text.charAt(from)) ? matchEnd(counting, text, from) : undefined;
}

/** All digits from the first to the last one. */
export function digitsBetween(first: number, last: number): string {
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index)).join('');
}
