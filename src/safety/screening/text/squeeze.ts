import { isWordUnit } from './characters';
import { fold } from './fold';
import type { View } from './view';

const longVowel = 'ー';

/** Emoji that stand for a word; each is two UTF-16 units. */
const wordEmoji = new Set(['🟢', '🟩', '💚', '📞', '📱', '📲', '📷', '📸', '💬', '👻', '🐦']);

/**
 * A folded view without spaces, punctuation, symbols and long-vowel marks, so that words written with
 * anything between their letters read as words again.
 */
export function squeeze(folded: View): View {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  for (let at = 0; at < folded.text.length; at += 1) {
    const kept = keptAt(folded.text, at);
    for (let unit = 0; unit < kept; unit += 1) {
      text += folded.text.charAt(at + unit);
      starts.push(folded.starts[at + unit] ?? 0);
      ends.push(folded.ends[at + unit] ?? 0);
    }
    at += Math.max(0, kept - 1);
  }
  return { text, starts, ends };
}

/** How many units from `at` belong to the squeezed text: 0, 1, or 2 for an emoji. */
function keptAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= 0xd800 && code <= 0xdbff) return wordEmoji.has(text.slice(at, at + 2)) ? 2 : 0;
  return isWordUnit(code) && text.charAt(at) !== longVowel ? 1 : 0;
}

/**
 * A word, or a list of words, as it reads in a squeezed view.
 * @param structure signs that stay
 */
export function squeezeWord(word: string, structure = ''): string {
  const folded = fold(word).text;
  let text = '';
  for (let at = 0; at < folded.length; at += 1) {
    const kept = structure.includes(folded.charAt(at)) ? 1 : keptAt(folded, at);
    text += folded.slice(at, at + kept);
    at += Math.max(0, kept - 1);
  }
  return text;
}
