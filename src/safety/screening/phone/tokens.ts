import { isDigit, isLatin } from '../text/characters';
import { type Numeral, numerals } from './numerals';
import { pluralEnd, repeatAfter, repeatBefore } from './repeats';

/** A written digit in a folded view; `from` is included, `to` is not. */
export interface Token extends Numeral {
  readonly from: number;
  readonly to: number;
}

/** The vowel that draws out a sound which ends in this kana. */
const vowels: Readonly<Record<string, string>> = {
  に: 'い',
  し: 'い',
  ち: 'い',
  い: 'い',
  ご: 'お',
  ろ: 'お',
  く: 'う',
  う: 'う',
};

const lookAlike: Readonly<Record<string, string>> = {
  o: '0',
  l: '1',
  i: '1',
  '|': '1',
  z: '2',
  e: '3',
  s: '5',
  b: '8',
};

/** `s678` and `l2e4` may be parts of a number; `5s` and `b2b` are not. */
function isDisguisedCode(run: string): boolean {
  return run.length >= 4 && (run.match(/[0-9]/gu)?.length ?? 0) * 2 >= run.length;
}

/** Whether a run such as `o9o`, `l234` or `oooo` is meant as digits: all digits and look-alikes, and not a word. */
function isMixedRun(run: string): boolean {
  if (run.length === 1 || run.length > 16 || !/^[0-9oil|zesb]+$/u.test(run)) return false;
  if (/^o{3,8}$/u.test(run)) return true;
  return /[zesb]/u.test(run) ? isDisguisedCode(run) : /[0-9]/u.test(run) && /[oil|]/u.test(run);
}

/** End of the run of letters, digits and bars that starts at `from`. */
function runEnd(text: string, from: number): number {
  let to = from;
  while (
    to < text.length &&
    (isDigit(text.charCodeAt(to)) || isLatin(text.charCodeAt(to)) || text.charAt(to) === '|')
  )
    to += 1;
  return to;
}

/** Words such as "one" count when no other letter touches them: not in "someone", but in "0nine0". */
function standsAlone(text: string, token: Token, previousEnd: number): boolean {
  if (token.script !== 'latin') return true;
  if (isLatin(text.charCodeAt(token.from - 1)) && previousEnd !== token.from) return false;
  return !isLatin(text.charCodeAt(token.to)) || numerals.longest(text, token.to) !== undefined;
}

/** Where a drawn-out sound ends: ごー and ごお are ご, but にいち is に and いち. */
function drawnOut(text: string, from: number): number {
  const vowel = vowels[text.charAt(from - 1)];
  let to = from;
  while (to < from + 4 && (text.charAt(to) === 'ー' || text.charAt(to) === vowel)) {
    if (numerals.longest(text, to) !== undefined) break;
    to += 1;
  }
  return to;
}

/** "double oh" is two digits, "four zeros" four. */
function repeatedAt(text: string, from: number): Token | undefined {
  const repeat = repeatBefore(text, from);
  const token = repeat === undefined ? undefined : onceAt(text, from + repeat.length);
  if (repeat === undefined || token === undefined) return undefined;
  return { ...token, digits: token.digits.repeat(repeat.times), from, to: pluralEnd(text, token.to) };
}

function onceAt(text: string, from: number): Token | undefined {
  const match = numerals.longest(text, from);
  if (match === undefined) return undefined;
  const to = match.value.script === 'kana' ? drawnOut(text, match.end) : match.end;
  return { ...match.value, from, to };
}

/** The digits at a position, as often as they are told to be there. */
function tokenAt(text: string, from: number): Token | undefined {
  const token = repeatedAt(text, from) ?? onceAt(text, from);
  if (token === undefined || token.digits.length > 1) return token;
  const repeat = repeatAfter(text, token.to);
  if (repeat === undefined) return token;
  return { ...token, digits: token.digits.repeat(repeat.times), to: token.to + repeat.length };
}

/** The written digits of a folded text, in order. Linear: every run of letters and digits is measured once. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let mixedUntil = 0;
  let measuredUntil = 0;
  let previousEnd = -1;
  for (let at = 0; at < text.length; at = Math.max(at + 1, previousEnd)) {
    if (at >= measuredUntil) {
      measuredUntil = runEnd(text, at);
      if (measuredUntil > at && isMixedRun(text.slice(at, Math.min(measuredUntil, at + 17))))
        mixedUntil = measuredUntil;
    }
    const stand = at < mixedUntil ? lookAlike[text.charAt(at)] : undefined;
    const token: Token | undefined =
      stand === undefined ? tokenAt(text, at) : { digits: stand, script: 'digit', from: at, to: at + 1 };
    if (token === undefined || !standsAlone(text, token, previousEnd)) continue;
    tokens.push(token);
    previousEnd = token.to;
  }
  return tokens;
}
