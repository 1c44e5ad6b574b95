import { numerals } from './numerals';

const before = /(double |triple |だぶる|とりぷる|(?:two|three|four|five|2|3|4|5) (?=[a-z]+s(?![a-z])))/uy;
const after = /(?:[がをの、 ]{0,2}([2-8二三四五六])(?:つ|個|回|連続)| ?[×x] ?([2-8])(?=[・、。 ,/]|$))/uy;

const counts: Readonly<Record<string, number>> = {
  double: 2,
  triple: 3,
  だぶる: 2,
  とりぷる: 3,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
};

/** How often something is meant, and how many characters say so. */
export interface Repeat {
  readonly times: number;
  readonly length: number;
}

function timesOf(count: string): number {
  return counts[count] ?? Number(count);
}

/** "double oh", "triple three", "four zeros": what stands before a digit. */
export function repeatBefore(text: string, from: number): Repeat | undefined {
  if (!/[a-zだと2-5]/u.test(text.charAt(from))) return undefined;
  before.lastIndex = from;
  const words = before.exec(text)?.[1];
  return words === undefined ? undefined : { times: timesOf(words.trim()), length: words.length };
}

/** ゼロが四つ, ゼロ×4, ゼロ4個: what stands after a digit that is written as a word. */
export function repeatAfter(text: string, to: number): Repeat | undefined {
  after.lastIndex = to;
  const match = after.exec(text);
  const count = match?.[1] ?? match?.[2];
  return match === null || count === undefined
    ? undefined
    : { times: timesOf(count), length: match[0].length };
}

/** "zeros", "ones": where a number word ends that is counted. */
export function pluralEnd(text: string, to: number): number {
  const end = /^(?:es|s)(?![a-z])/u.exec(text.slice(to, to + 3))?.[0].length ?? 0;
  return numerals.longest(text, to) === undefined ? to + end : to;
}
