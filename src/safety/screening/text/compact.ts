import type { View } from './view';

const dropped = new Set(' \n\t\r「」『』"“”');

/** A view without the units at the positions that `isLeftOut` names. */
function without(view: View, isLeftOut: (at: number) => boolean): View {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  for (let at = 0; at < view.text.length; at += 1) {
    if (isLeftOut(at)) continue;
    text += view.text.charAt(at);
    starts.push(view.starts[at] ?? 0);
    ends.push(view.ends[at] ?? 0);
  }
  return { text, starts, ends };
}

/** A folded view without white space and quotation marks, for addresses that are spaced out or quoted piece by piece. */
export function compact(folded: View): View {
  return without(folded, (at) => dropped.has(folded.text.charAt(at)));
}

/** Letters and dots that stand alone, one after the other. */
const apart = /(?<![a-z0-9])[a-z](?: [a-z0-9.点・-](?![a-z0-9])){4,}/gu;

/** A folded view in which "s h o p . c o m" is one word; the view itself where nothing is written so. */
export function joinLetters(folded: View): View {
  const gaps = new Set<number>();
  for (const { 0: run, index } of folded.text.matchAll(apart))
    for (let at = 1; at < run.length; at += 2) gaps.add(index + at);
  return gaps.size === 0 ? folded : without(folded, (at) => gaps.has(at));
}
