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

/** Names with one letter replaced by a sign, such as ラ◯ン or L!NE. */
function findHoles(view: View): Span[] {
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

/** What is written for a letter because it looks like it; `i` for "l" would make いいね, written iine, a messenger. */
const lookAlikes: Readonly<Record<string, string>> = {
  a: 'a4@',
  b: 'b8',
  e: 'e3',
  g: 'g9',
  i: 'i1!|l¡',
  k: 'k',
  l: 'l1|',
  n: 'n∩',
  o: 'o0',
  s: 's5$',
  t: 't7',
  y: 'y¥',
  お: 'お才',
  か: 'か力',
  た: 'た夕',
  と: 'と卜',
};
const separator = '[ ._・、,/*~+-]{0,2}';
const written = [
  'line whatsapp telegram viber skype signal discord kakao instagram insta wechat tiktok snapchat messenger facebook',
  'らいん かかおとーく かかお いんすた てれぐらむ でいすこーど つべ',
].map((list) => list.split(' '));

/** A name with look-alikes for its letters and up to two signs between them; bounded, so linear. */
function patternOf(name: string): string {
  return Array.from(name, (letter) => `[${lookAlikes[letter] ?? letter}]`).join(separator);
}

const [latin, kana] = written.map((list) => list.map(patternOf).join('|'));
const disguised = new RegExp(`(?<![a-z0-9])(?:${latin})(?![a-z0-9])|(?:${kana})`, 'gu');
const plainNames = new Set(written.flat());
const torn = /^[^ ](?: [^ ])+$/u;
const notName = /[^a-zぁ-ん \n]/u;

/** Whether somebody took trouble: a look-alike or a sign in the name, or all of its letters apart. */
function isDisguised(token: string): boolean {
  if (plainNames.has(token)) return false;
  return torn.test(token) || notName.test(token.replaceAll('ー', ''));
}

/** Messenger names behind signs, look-alikes and spaces: ラ◯ン, wh4ts4pp, L, I, N, E. */
export function findMaskedNames(view: View): Span[] {
  const whole = Array.from(view.text.matchAll(disguised)).filter((match) => isDisguised(match[0]));
  return [
    ...findHoles(view),
    ...whole.map((match) => originalSpan(view, match.index, match.index + match[0].length)),
  ];
}
