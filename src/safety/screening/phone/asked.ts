import { isRefused } from '../talk/refusal';
import type { Hits } from '../text/hits';
import { originalSpan, type Span, type View } from '../text/view';
import type { Finding } from '../types';
import { calls } from './asked/calls';
import { english } from './asked/english';
import { japanese, mixed } from './asked/japanese';
import type { Pattern } from './asked/pattern';
import { pointing } from './asked/pointing';

const patterns: readonly Pattern[] = [...japanese, ...mixed, ...calls, ...english, ...pointing];

/** お控えください asks to note a number down, though 控える can be to refrain. */
const noting = /お?控え/u;

/** How far words before and after a request can say that it is none. */
const around = { before: 28, after: 40 };

/** Whether the words around a match say that it is reported, forbidden, or about another number. */
function isNone(text: string, from: number, to: number, unless: RegExp): boolean {
  return unless.test(text.slice(Math.max(0, from - around.before), to + around.after));
}

/**
 * Requests for a telephone number or a call outside the app, and directions to a place where a number is written. The patterns
 * are tried on the folded text; each has gaps of bounded length.
 */
export function findAskedPhones(view: View, hits: Hits): Finding[] {
  return patterns.flatMap(({ find, with: needed, unless, reason, confidence }) => {
    if (needed !== undefined && !needed.test(view.text)) return [];
    return Array.from(view.text.matchAll(find)).flatMap((match): Finding[] => {
      const [from, to] = [match.index, match.index + match[0].length];
      const span: Span = originalSpan(view, from, to);
      if (isNone(view.text, from, to, unless) || (!noting.test(match[0]) && isRefused(hits, span))) return [];
      return [{ ...span, kind: 'phone', confidence, reason }];
    });
  });
}
