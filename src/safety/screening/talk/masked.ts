import { isKana, isLatin } from '../text/characters';
import { originalSpan, type Span, type View } from '../text/view';

const masks = '○◯〇⚪●⭕*✕×■□_!|♡☆★◎●?・';
const names = ['らいん', 'line', 'てれぐらむ', 'いんすた', 'かかお', 'わつつあつぷ'];

/** Whether the mask at a position replaces letter `hole` of a name. */
function fits(text: string, at: number, name: string, hole: number): boolean {
  const from = at - hole;
  if (!text.startsWith(name.slice(0, hole), from) || !text.startsWith(name.slice(hole + 1), at + 1))
    return false;
  const before = text.charCodeAt(from - 1);
  return !isKana(before) && !isLatin(before);
}

/** Messenger names with one letter replaced by a sign, such as ラ◯ン or L!NE. */
export function findMaskedNames(view: View): Span[] {
  const found: Span[] = [];
  for (let at = 1; at < view.text.length; at += 1) {
    if (!masks.includes(view.text.charAt(at))) continue;
    for (const name of names) {
      const lastHole = name === 'line' ? name.length - 2 : name.length - 1;
      for (let hole = 1; hole <= lastHole; hole += 1) {
        if (fits(view.text, at, name, hole))
          found.push(originalSpan(view, at - hole, at - hole + name.length));
      }
    }
  }
  return found;
}
