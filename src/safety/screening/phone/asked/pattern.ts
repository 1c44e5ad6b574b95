import { fold } from '../../text/fold';
import type { Reason } from '../../types';

/** A way to ask for a number, tried on folded texts. */
export interface Pattern {
  readonly find: RegExp;
  /** Something else that the text must hold, since the words alone could mean other numbers. */
  readonly with?: RegExp;
  /** Words near by that take it back. */
  readonly unless: RegExp;
  readonly reason: Reason;
  readonly confidence: number;
}

/** Words in any kana as alternatives of a pattern for folded texts. */
export function any(words: string): string {
  return `(?:${fold(words.trim()).text.split(/\s+/u).join('|')})`;
}

/** A pattern for folded texts, its kana folded as well. */
export function ja(source: string, flags = 'gu'): RegExp {
  return new RegExp(fold(source).text, flags);
}

/** The wording weighs a request: the same words are said of other numbers. */
const likely = 0.8;
/** What a request is reported as. */
export const asked = { reason: 'phone-number-asked', confidence: likely } as const;
