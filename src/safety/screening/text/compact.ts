import type { View } from './view';

/** A folded view without white space, for addresses that are spaced out letter by letter. */
export function compact(folded: View): View {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  for (let at = 0; at < folded.text.length; at += 1) {
    const unit = folded.text.charAt(at);
    if (unit === ' ' || unit === '\n' || unit === '\t' || unit === '\r') continue;
    text += unit;
    starts.push(folded.starts[at] ?? 0);
    ends.push(folded.ends[at] ?? 0);
  }
  return { text, starts, ends };
}
