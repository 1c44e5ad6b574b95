import { isKana, isKanji, isLatin } from '../text/characters';
import { fold } from '../text/fold';

/** What stands between two groups of digits. */
export interface Gap {
  /** `tight`: signs only; `linked`: a word that joins parts of a number; `filled`: other words; `far`: not joined. */
  readonly kind: 'tight' | 'linked' | 'filled' | 'far';
  readonly words: string;
}

const maximumGap = 24;
const maximumFiller = 9;

const links = new Set(
  `の のお や で と に を から が は へ な ね よ だ それから つぎ 次 次が 次は 次に 最後 最後が 最後は 最後に 終わりが 終わりは 真ん中が 真ん中は 真中が まんなかが 続けて つづけて あとは 後は の後に のあとに のつぎに
   末尾 末尾が 末尾は 終わりは おわりは 締めは しめは しめが から始まって と来て 続いて つづいて それで あとに のあと の後 そのあと そのあとに まで書けばあとは
   secondpart thirdpart part thefirstpart そして で最後が で次が まず いって はいふん ハイフン ダッシュ だっしゅ ほんで ほいで and then next last is nextis lastis andlastis dash hyphen minus space dot てん ぽつ はい ええと えっと`
    .split(/\s+/u)
    .map((word) => fold(word).text),
);

function isLetter(code: number): boolean {
  return isKana(code) || isKanji(code) || isLatin(code);
}

/** The words between two positions of a folded text, without signs. */
function wordsOf(text: string): string {
  let words = '';
  for (let at = 0; at < text.length; at += 1) if (isLetter(text.charCodeAt(at))) words += text.charAt(at);
  return words;
}

/** Classes the text between two groups of digits. */
export function gapBetween(text: string, from: number, to: number): Gap {
  if (to - from > maximumGap) return { kind: 'far', words: '' };
  const words = wordsOf(text.slice(from, to));
  if (words === '') return { kind: 'tight', words };
  if (links.has(words)) return { kind: 'linked', words };
  return { kind: words.length <= maximumFiller ? 'filled' : 'far', words };
}
