import { isDigit, isLatin } from '../text/characters';
import { Dictionary } from '../text/dictionary';
import { fold } from '../text/fold';
import { isMixedRun, lookAlike, runEnd } from './look-alikes';
import { isJoint, isMeant } from './meant';
import { type Numeral, numerals } from './numerals';
import { placesAt } from './places';
import { pluralEnd, type Repeat, repeatAfter, repeatBefore, zeroNounEnd } from './repeats';
import { countingEnd, digitsBetween, orderEnd, rangeEnd } from './series';

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

/** Words that begin like a digit and follow numbers, or stand among them. */
const words = new Dictionary<true>(
  'ワン切 ワンギリ わんこ ワンコール ワンチャン ください くださ します しました して しといて いちど ひとこと ひとり ご連絡 ごれんらく おーけー おーる しーん'
    .split(' ')
    .map((word) => [fold(word).text, true] as const),
);

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

function onceAt(text: string, from: number): Token | undefined {
  const places = placesAt(text, from);
  if (places !== undefined) return { ...places.numeral, from, to: places.to };
  const match = numerals.longest(text, from);
  if (match === undefined || (match.value.script === 'kana' && words.longest(text, from) !== undefined))
    return undefined;
  const to = match.value.script === 'kana' ? drawnOut(text, match.end) : match.end;
  return { ...match.value, from, to };
}

/** "double oh" is two digits, "four zeros" and "four donuts" four. */
function repeatedAt(text: string, from: number): Token | undefined {
  const repeat = repeatBefore(text, from);
  if (repeat === undefined) return undefined;
  const at = from + repeat.length;
  const noun = zeroNounEnd(text, at);
  const once: Token | undefined =
    noun === undefined ? onceAt(text, at) : { digits: '0', script: 'latin', from: at, to: noun };
  if (once === undefined || once.digits.length > 1) return undefined;
  return { ...repeated(once, repeat), from, to: pluralEnd(text, once.to) };
}

/** A digit that is told several times; such a digit is told in words, and is no ordinary word. */
function repeated({ digits, from, to, script }: Token, { times, length }: Repeat): Token {
  return {
    digits: digits.repeat(times),
    from,
    to: to + length,
    script: script === 'digit' ? 'kanji' : script,
  };
}

/** 1から4まで順に and "count to four" are 1234. */
function seriesFrom(text: string, first: number, from: number, lastAt: number): Token | undefined {
  const last = onceAt(text, lastAt);
  if (last === undefined || last.digits.length !== 1 || Number(last.digits) <= first) return undefined;
  return { digits: digitsBetween(first, Number(last.digits)), script: 'kanji', from, to: last.to };
}

/** Whether a count may begin there: not inside a word or behind other digits. */
function canBeCounted(text: string, from: number, touches: boolean): boolean {
  const code = text.charCodeAt(from);
  return !(touches && isDigit(code)) && !(isLatin(code) && isLatin(text.charCodeAt(from - 1)));
}

/** "four zeros" and "count to four". */
function countedAt(text: string, from: number): Token | undefined {
  return repeatedAt(text, from) ?? countingAt(text, from);
}

function countingAt(text: string, from: number): Token | undefined {
  const lastAt = countingEnd(text, from);
  return lastAt === undefined ? undefined : seriesFrom(text, 1, from, lastAt);
}

function rangeFrom(text: string, first: Token): Token | undefined {
  const lastAt = rangeEnd(text, first.to);
  const series =
    lastAt === undefined ? undefined : seriesFrom(text, Number(first.digits), first.from, lastAt);
  const to = series === undefined ? undefined : orderEnd(text, series.to);
  return series === undefined || to === undefined ? undefined : { ...series, to };
}

/** The digits at a position, as often as they are told to be there. */
function tokenAt(text: string, from: number, touches: boolean): Token | undefined {
  const token = (canBeCounted(text, from, touches) ? countedAt(text, from) : undefined) ?? onceAt(text, from);
  if (token === undefined || token.digits.length > 1) return token;
  const isPlain = token.script === 'digit';
  const isChained = touches || /[*×]/u.test(text.charAt(from - 1));
  const repeat = isPlain && isChained ? undefined : repeatAfter(text, token.to, isPlain);
  return repeat === undefined ? (rangeFrom(text, token) ?? token) : repeated(token, repeat);
}

/** The written digits of a folded text, in order, ordinary words that sound like digits included. */
function everyToken(text: string): Token[] {
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
      stand === undefined
        ? tokenAt(text, at, previousEnd === at)
        : { digits: stand, script: 'digit', from: at, to: at + 1 };
    if (token === undefined || !standsAlone(text, token, previousEnd)) continue;
    tokens.push(token);
    previousEnd = token.to;
  }
  return tokens;
}

/** The written digits of a folded text, in order. Linear: every run of letters and digits is measured once. */
export function tokenise(text: string): Token[] {
  const tokens = everyToken(text);
  return tokens.filter(
    (token, index) =>
      isMeant(text, tokens, index) && !isJoint(text, token, tokens[index - 1], tokens[index + 1]),
  );
}
