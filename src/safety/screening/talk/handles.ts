import { originalSpan, type Span, type View } from '../text/view';

const word = /@?[a-z0-9_.#]{4,}/gu;
/** `0.5pt`, `1080x1080` and `4k60` are sizes. */
const measure = /^[0-9.]+(?:[a-z]{1,3}[0-9.]*)?$/u;
const appNames = new Set(['line', 'l1ne', '1ine']);

/** Whether a word reads like an account: @name, name#1234, or letters with a digit or an underscore. */
function isHandle(candidate: string): boolean {
  if (measure.test(candidate)) return false;
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
