import type { ScreenLanguage } from '../types';
import { vocabulary } from '../vocabulary';
import type { Tag } from '../vocabulary/tags';
import { isKanji, isKatakana, isLatin } from './characters';
import { distance, originalSpan, type Span, type View } from './view';

/** A known word in a text, with its place in the original. */
export interface Hit extends Span {
  readonly tags: ReadonlySet<Tag>;
}

/** Whether two neighbouring units of a squeezed view are two letters of one Latin word. */
function joined(view: View, left: number): boolean {
  if (!isLatin(view.text.charCodeAt(left)) || !isLatin(view.text.charCodeAt(left + 1))) return false;
  return view.ends[left] === view.starts[left + 1];
}

/** Whether a match covers whole words: `line` is none in `online`, nor is ライン in スカイライン. */
export function isWhole(original: string, view: View, from: number, to: number): boolean {
  if (joined(view, from - 1) || joined(view, to - 1)) return false;
  const { start, end } = originalSpan(view, from, to);
  const beginsInside = isKatakana(original.charCodeAt(start)) && endsInKatakana(original, start);
  const endsInside = isKatakana(original.charCodeAt(end - 1)) && isKatakana(original.charCodeAt(end));
  return !beginsInside && !endsInside;
}

const longVowel = 'ー';

/** Whether a katakana word ends before `end`, also on its long vowel: センター. */
function endsInKatakana(original: string, end: number): boolean {
  const last = original.charAt(end - 1) === longVowel ? end - 2 : end - 1;
  return isKatakana(original.charCodeAt(last));
}

/** Whether a katakana word hangs on a kanji, as in 製造ライン. */
export function followsKanji(original: string, span: Span): boolean {
  return isKatakana(original.charCodeAt(span.start)) && isKanji(original.charCodeAt(span.start - 1));
}

const question = /[〜～ー~ 　っの]{0,2}[?？]/uy;

/** Whether a question mark follows. */
function isAsked(original: string, end: number): boolean {
  question.lastIndex = end;
  return question.test(original);
}

const proposing: ReadonlySet<Tag> = new Set<Tag>(['invite', 'propose']);

/** A negation with a question mark is no refusal but an invitation: やってへん？ */
function asked(tags: ReadonlySet<Tag>): ReadonlySet<Tag> {
  return tags.has('refuse') ? proposing : tags;
}

/** The known words of a text in reading order; a word inside a longer known word does not count. */
export function findHits(original: string, view: View, languages: readonly ScreenLanguage[]): Hit[] {
  const words = vocabulary();
  const hits: Hit[] = [];
  let covered = 0;
  for (let at = 0; at < view.text.length; at += 1) {
    const match = words.longest(view.text, at);
    if (match === undefined || match.end <= covered) continue;
    if (!languages.includes(match.value.language) || !isWhole(original, view, at, match.end)) continue;
    const span = originalSpan(view, at, match.end);
    hits.push({ ...span, tags: isAsked(original, span.end) ? asked(match.value.tags) : match.value.tags });
    covered = match.end;
  }
  return hits;
}

/** The words of a text, asked by tag and nearness. */
export class Hits {
  readonly #byTag = new Map<Tag, Hit[]>();

  constructor(hits: readonly Hit[]) {
    for (const hit of hits) for (const tag of hit.tags) this.#add(tag, hit);
  }

  #add(tag: Tag, hit: Hit): void {
    const list = this.#byTag.get(tag);
    if (list === undefined) this.#byTag.set(tag, [hit]);
    else list.push(hit);
  }

  /** All words with a tag, in reading order. */
  all(tag: Tag): readonly Hit[] {
    return this.#byTag.get(tag) ?? [];
  }

  /** The tags of the words in a stretch. */
  tagsWithin(span: Span): Tag[] {
    return [...this.#byTag.keys()].filter((tag) => this.within(tag, span));
  }

  /** Whether a word with a tag stands in a stretch. */
  within(tag: Tag, span: Span): boolean {
    const hit = this.all(tag)[this.#firstFrom(this.all(tag), span.start + 1)];
    return hit !== undefined && hit.end <= span.end;
  }

  /** The first word with a tag at most `reach` characters from a stretch and not inside it. */
  near(tag: Tag, span: Span, reach: number): Hit | undefined {
    const list = this.all(tag);
    for (let at = this.#firstFrom(list, span.start - reach); at < list.length; at += 1) {
      const hit = list[at];
      if (hit === undefined || hit.start > span.end + reach) return undefined;
      const inside = hit.start >= span.start && hit.end <= span.end;
      if (!inside && distance(hit, span) <= reach) return hit;
    }
    return undefined;
  }

  /** Index of the first word that ends at or after a position. */
  #firstFrom(list: readonly Hit[], position: number): number {
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((list[middle]?.end ?? 0) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
