import type { View } from './view';

const dropped = new Set(' \n\t\r「」『』"“”');

/** A folded view without white space and quotation marks, for addresses that are spaced out or quoted piece by piece. */
export function compact(folded: View): View {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  for (let at = 0; at < folded.text.length; at += 1) {
    const unit = folded.text.charAt(at);
    if (dropped.has(unit)) continue;
    text += unit;
    starts.push(folded.starts[at] ?? 0);
    ends.push(folded.ends[at] ?? 0);
  }
  return { text, starts, ends };
}
