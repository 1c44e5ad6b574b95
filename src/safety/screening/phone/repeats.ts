import { numerals } from './numerals';

/** How often something is meant, and how many characters say so. */
export interface Repeat {
  readonly times: number;
  readonly length: number;
}

const counts: Readonly<Record<string, number>> = {
  double: 2,
  triple: 3,
  treble: 3,
  quadruple: 4,
  quad: 4,
  だぶる: 2,
  とりぷる: 3,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  apat: 4,
  vier: 4,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  ふた: 2,
  み: 3,
  さん: 3,
  よ: 4,
  よん: 4,
  ご: 5,
};

/** "all zeros" and まんなか全部0 fill one group of a mobile number. */
const groupLength = 4;

const zeroNoun = /(?:goose )?(?:eggs?|donuts?|doughnuts?|circles|rings|mints)(?![a-z])/uy;
const before = new RegExp(
  [
    '(double|triple|treble|quadruple|quad|だぶる|とりぷる)[ -]?',
    '(two|three|four|five|[2-5]) (?:(?:more|big|fat|round|whole|goose|of the number) ){0,3}(?=[a-z]+s(?![a-z]))',
    '(two|three|four|five|[2-5]|vier|apat) ?(?:x|×|times|mal|na) ?(?=[a-z]|0(?![0-9.]))',
    '(?:a )?row of (four|4) ?(?:[a-z]+ )?',
    '([2-6二三四五六])(?:つ|個|回|連続)(?:の|も)?(?=ぜろ|れい|まる|零|〇|○|0(?![0-9.]))',
    '(全部|ぜんぶ|おーる|みんな|すべて|全て|all|just) ?(?:が|は|の)?(?=ぜろ|零|〇|まる|zeros?(?![a-z])|o?noughts|0(?![0-9.,]))',
  ].join('|'),
  'uy',
);
const after = new RegExp(
  [
    '[がをのはも、・ ]{0,2}(?:ばつ?かり)?([1-8一二三四五六]|ふた|み|さん|よん?|ご)(?:つつ?|個|こ(?!れ|の|と|そ)|かい(?!に)|回|連続|連(?!絡)|兄弟|並|なら|桁|けた)',
    '[ ,(]{0,2}(?:times |egg )?[×x*✕] ?([2-8]|よん|四)(?=[^0-9a-z一-龠ぁ-ん.×*✕]|[でのとね]|$)',
    '[ ,]{1,2}(?:\\([a-z]{1,9}\\) )?(two|three|four|five|[2-5]) (?:times|pcs|pieces|in a row|of them)(?![a-z])',
    '[ ,]{1,2}times (two|three|four|five|[2-5])(?![0-9a-z])',
    '(?:の|が)?(揃い|ぞろい|そろい|尽くし|づくし|だらけ|ばつかり|ばかり)',
  ].join('|'),
  'uy',
);

function timesOf(count: string): number {
  return counts[count] ?? (/^[0-9]$/u.test(count) ? Number(count) : groupLength);
}

function read(pattern: RegExp, text: string, at: number): Repeat | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  const count = match?.slice(1).find((group) => group !== undefined);
  if (match === null || count === undefined) return undefined;
  return { times: timesOf(count), length: match[0].length };
}

/** "double oh", "four big zeros", "4x zero", 四つのゼロ, 全部0: what stands before a digit. */
export function repeatBefore(text: string, from: number): Repeat | undefined {
  if (!/[adfjqrtv2-6だと二三四五六全ぜおみす]/u.test(text.charAt(from))) return undefined;
  return read(before, text, from);
}

/**
 * ゼロが四つ, 0×4, ゼロよっつ, "zero four times", ゼロ揃い: what stands after a digit.
 * @param isPlain the digit is a plain one, which a counter must not touch: 34つ is a count of 34
 */
export function repeatAfter(text: string, to: number, isPlain: boolean): Repeat | undefined {
  if (isPlain && /[0-9一-龠ぁ-んa-wyz]/u.test(text.charAt(to)) && !/[がをのは全]/u.test(text.charAt(to)))
    return undefined;
  return read(after, text, to);
}

/** "goose eggs", "donuts": round things that are zeros where they are counted. */
export function zeroNounEnd(text: string, from: number): number | undefined {
  zeroNoun.lastIndex = from;
  const match = zeroNoun.exec(text);
  return match === null ? undefined : from + match[0].length;
}

/** "zeros", "ones": where a number word ends that is counted. */
export function pluralEnd(text: string, to: number): number {
  const end = /^(?:'?s|es)(?![a-z])/u.exec(text.slice(to, to + 3))?.[0].length ?? 0;
  return numerals.longest(text, to) === undefined ? to + end : to;
}
