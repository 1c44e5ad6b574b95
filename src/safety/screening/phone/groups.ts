import { isLatin } from '../text/characters';
import { type Gap, gapBetween } from './gaps';
import { leadsIn } from './leading-zero';
import { type Token, tokenise } from './tokens';
import { hasUnit, isLabel, isQuantity } from './units';

/** Digits written without anything between them, in a folded view; `from` is included, `to` is not. */
export interface Group {
  readonly digits: string;
  /** Place among the groups of the text. */
  readonly index: number;
  readonly from: number;
  readonly to: number;
  /** Not written in plain digits alone. */
  readonly disguised: boolean;
  /** A count, measure, date or price. */
  readonly quantity: boolean;
  /** A unit or currency stands beside it, whether it makes sense or not. */
  readonly unit: boolean;
  /** Says which part comes next rather than what it is: 一番, "part one". */
  readonly label: boolean;
  /** Part of a code with letters, such as SV-0901234K. */
  readonly coded: boolean;
  /** The gap to the group before. */
  readonly gap: Gap;
}

/** Where the token before a group ends and the one after it begins. */
interface Beside {
  readonly before: number | undefined;
  readonly after: number | undefined;
}

const none: Gap = { kind: 'far', words: '' };

/** "thirty" before "four" is 3, not 30. */
function digitsOf(token: Token, next: Token | undefined, text: string): string {
  const joins = token.tens === true && next?.script === 'latin' && /^[1-9]$/u.test(next.digits);
  return joins && /^[ -]?$/u.test(text.slice(token.to, next.from)) ? token.digits.charAt(0) : token.digits;
}

/** "ninety" is the beginning of a number where a zero is told to stand before it. */
function isHeadless(only: Token, hasLead: boolean): boolean {
  return hasLead && /^[5789]0$/u.test(only.digits);
}

/** A single sound or sign is a digit only beside another one: に is mostly a particle, いち often a bullet. */
function isStray(
  run: readonly Token[],
  previous: Token | undefined,
  next: Token | undefined,
  text: string,
  hasLead: boolean,
): boolean {
  const [only] = run;
  if (only === undefined || run.length > 1 || only.digits.length > 2 || only.script === 'digit') return false;
  if (isHeadless(only, hasLead)) return false;
  const beside = (other: Token | undefined, from: number, to: number): boolean =>
    other !== undefined &&
    (only.script !== 'kana' ||
      other.script === 'kana' ||
      (other.script === 'kanji' && only.to - only.from > 1) ||
      only.digits === '0') &&
    to - from <= 6 &&
    gapBetween(text, from, to).kind === 'tight';
  return !beside(previous, previous?.to ?? 0, only.from) && !beside(next, only.to, next?.from ?? 0);
}

const call =
  /(?:お?電話|お?でんわ|ご?連絡|ご?れんらく|かけ|掛け|tel|sms|頼|たの|お願|おねが|どうぞ|くだ|くれ|よろ|ちよう|送|おく|鳴ら)/uy;

/** Whether a に leads on to a call, also behind digits in kana: ...ごごに電話. */
function isBeforeCall(text: string, { from, to }: Token): boolean {
  call.lastIndex = to;
  return text.slice(from, to) === 'に' && call.test(text);
}

const beforeParticle = /(?:後|あと|次|つぎ|前|まえ|頭|最後|さいご)$/u;

/** Whether a に says where the next digits go: 090の後にゼロ. */
function isPlaceParticle(text: string, token: Token | undefined): boolean {
  if (token === undefined || text.slice(token.from, token.to) !== 'に') return false;
  return beforeParticle.test(text.slice(Math.max(0, token.from - 3), token.from));
}

/** に, し, ご or く at either end of digits or kanji is a particle or the start of a word: 5678に電話. */
function withoutParticles(run: readonly Token[], text: string): readonly Token[] {
  const isParticle = (token: Token | undefined, beside: Token | undefined): boolean =>
    token?.script === 'kana' &&
    token.to - token.from === 1 &&
    (beside?.script === 'digit' || beside?.script === 'kanji');
  const first = isParticle(run[0], run[1]) || isPlaceParticle(text, run[0]) ? 1 : 0;
  const last = run.at(-1);
  const isLast = isParticle(last, run.at(-2)) || (last !== undefined && isBeforeCall(text, last));
  return run.slice(first, isLast ? -1 : undefined);
}

/** The reading in `0(ぜろ)` repeats the digit before it. */
function isReading(group: Group, previous: Group | undefined, text: string): boolean {
  if (previous?.digits !== group.digits || !group.disguised) return false;
  return text.slice(previous.to, group.from).trim() === '(';
}

/** Whether letters hang on the digits directly or by a hyphen; digits in words and a laugh (1234w) do not count. */
function isCoded(text: string, from: number, to: number, beside: Beside): boolean {
  const before = /[-_]/u.test(text.charAt(from - 1)) ? from - 2 : from - 1;
  const after = /[-_]/u.test(text.charAt(to)) ? to + 1 : to;
  const isBefore = isLatin(text.charCodeAt(before)) && beside.before !== before + 1;
  const isAfter = isLatin(text.charCodeAt(after)) && beside.after !== after;
  return isBefore || (isAfter && !/^w+(?![a-z0-9])/u.test(text.slice(after, after + 9)));
}

/** Runs of tokens that touch each other. */
function runsOf(tokens: readonly Token[]): [first: number, end: number][] {
  const runs: [number, number][] = [];
  tokens.forEach((token, index) => {
    const last = runs.at(-1);
    if (last !== undefined && tokens[index - 1]?.to === token.from) last[1] = index + 1;
    else runs.push([index, index + 1]);
  });
  return runs;
}

/** The groups of digits in a folded text, in order. */
export function groupsOf(text: string): Group[] {
  const tokens = tokenise(text);
  const groups: Group[] = [];
  const hasLead = leadsIn(text).length > 0;
  for (const [first, end] of runsOf(tokens)) {
    const run = withoutParticles(tokens.slice(first, end), text);
    if (isStray(run, tokens[first - 1], tokens[end], text, hasLead)) continue;
    const digits = run.map((token, index) => digitsOf(token, run[index + 1] ?? tokens[end], text)).join('');
    const beside = { before: tokens[first - 1]?.to, after: tokens[end]?.from };
    const group = { ...describe(text, run, digits, beside, groups.at(-1)), index: groups.length };
    if (!isReading(group, groups.at(-1), text)) groups.push(group);
  }
  return groups;
}

function describe(
  text: string,
  run: readonly Token[],
  digits: string,
  beside: Beside,
  previous: Group | undefined,
): Omit<Group, 'index'> {
  const from = run[0]?.from ?? 0;
  const to = run.at(-1)?.to ?? from;
  return {
    digits,
    from,
    to,
    disguised: run.some((token) => token.script !== 'digit'),
    quantity: isQuantity(text, from, to, digits),
    unit: hasUnit(text, from, to),
    label: digits.length <= 2 && isLabel(text, from, to),
    coded: isCoded(text, from, to, beside),
    gap: previous === undefined ? none : gapBetween(text, previous.to, from),
  };
}
