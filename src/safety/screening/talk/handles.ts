import { originalSpan, type Span, type View } from '../text/view';

const word = /@?[a-z0-9_.#]{4,}/gu;
/** `0.5pt`, `1080x1080` and `4k60` are sizes. */
const measure = /^[0-9.]+(?:[a-z]{1,3}[0-9.]*)?$/u;
/** `p.124` is a page, `dm200` a model, and so are systems and standards with their version. */
const model =
  /^(?:p\.?[0-9]+|[a-z]{1,2}[0-9]{2,4}[a-z]?|i\.e\.?|e\.g\.?|a\.k\.a\.?|[ap]\.m\.?|u\.s\.(?:a\.)?)$/u;
const versioned =
  /^(?:android|ios|ipados|macos|windows|win|iphone|ipad|galaxy|pixel|xperia|usb|hdmi|wifi|bluetooth|core|ps|switch|chapter|page|lesson|unit|room|size|type|ver|version|no)\.?[0-9][0-9.a-z]*$/u;
/** A numbered list runs into what it counts: ③LINE. */
const numbered = /^[0-9]{1,2}[a-z]+$/u;
const appNames = new Set(['line', 'l1ne', '1ine']);

/** Whether a word reads like an account: @name, name#1234, or letters with a digit or an underscore. */
function isHandle(candidate: string): boolean {
  if ([measure, model, versioned, numbered].some((other) => other.test(candidate))) return false;
  if (candidate.length > 32 || appNames.has(candidate) || !/[a-z]/u.test(candidate)) return false;
  return candidate.startsWith('@') || /[0-9_]/u.test(candidate) || /[a-z]\.[a-z]/u.test(candidate);
}

/** Account names in a folded view. */
export function findHandles(view: View): Span[] {
  const found: Span[] = [];
  for (const match of view.text.matchAll(word)) {
    if (isHandle(match[0])) found.push(originalSpan(view, match.index, match.index + match[0].length));
  }
  return found;
}
