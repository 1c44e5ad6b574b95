import { isKana, isKanji, isLatin } from '../text/characters';
import { Dictionary } from '../text/dictionary';
import { fold } from '../text/fold';

/** What follows a quantity, a date, a time or a place: such digits are no part of a phone number. */
const after = `
  円 えん 万 千 百 十 億 割 銭 厘 個 箇 月 がつ 日 にち 時 じ 分 ふん ぷん 秒 年 ねん 歳 才 さい 枚 まい 本 巻 話 回 かい 度 点 名 人 件 台 足 袋 箱 階 列 両 輪 匹 ひき 羽
  冊 さつ 丁目 番地 号 室 泊 週 か月 ヶ月 ヵ月 カ月 ケ月 系 形 段 弾 章 世代 畳 平米 倍 玉 校 番線 番台 桁 けた 反 俵 尺 寸 石 つ ツ じゅう ひゃく せん まん パーセント センチ せんち ミリ メートル キロ グラム リットル ドル ポイント ページ セット サイズ 代 歩 打 勝 敗
  % ％ ℃ ° 帖`;

const latinAfter =
  'cm mm m km kg g mg l ml w kw v a mah hz khz mhz ghz gb tb mb kb dpi fps px yen jpy usd pm am inch in ft lb lbs oz k pcs st nd rd th x p h years year months days hours minutes min sets pieces seats bedrooms cars people mph';

const before = '¥$€£第〒';

const units = new Dictionary<true>(
  after
    .split(/\s+/u)
    .filter(Boolean)
    .map((unit) => [fold(unit).text, true] as const),
);
const latinUnits = new Set(latinAfter.split(' '));

/** Units in kana that four digits or more may count; 2222じゃ is the end of a sentence. */
const large = /^(?:えん|まん|せん|ひやく|じゆう|めーとる|きろ|ぐらむ|どる|ぽいんと|ぺーじ)/u;

/** The run of up to 8 letters at a position. */
function latinWord(text: string, from: number): string {
  let to = from;
  while (to < from + 8 && isLatin(text.charCodeAt(to))) to += 1;
  return text.slice(from, to);
}

/** Whether the digits are the hours or the minutes of a clock time such as 9:30, and not of a longer chain. */
function isClock(text: string, from: number, to: number, digits: string): boolean {
  const before = text.slice(Math.max(0, from - 4), from);
  const after = text.slice(to, to + 4);
  const hours = Number(digits) <= 24 && /^:[0-5]\d(?![\d:])/u.test(after) && !before.endsWith(':');
  const minutes =
    /^[0-5]\d$/u.test(digits) && /(?:^|[^\d:])(?:[01]?\d|2[0-4]):$/u.test(before) && !after.startsWith(':');
  return hours || minutes;
}

/** Whether the digits at `from`..`to` count or measure something; a leading zero never does. */
export function isQuantity(text: string, from: number, to: number, digits: string): boolean {
  if (isClock(text, from, to, digits)) return true;
  if (digits.startsWith('0') && digits.length >= 3) return false;
  return hasUnit(text, from, to);
}

/** Whether a "w" behind digits is a laugh: those of a power do not hang on other digits. */
function isLaugh(text: string, from: number): boolean {
  return /[-ー‐・_.のと ]$/u.test(text.slice(Math.max(0, from - 1), from));
}

/** Whether a word of its own begins there, such as 月曜 or 名古屋 behind a space. */
function isCompound(text: string, at: number): boolean {
  return (
    isKanji(text.charCodeAt(at)) &&
    isKanji(text.charCodeAt(at + 1)) &&
    !/^[0-9一-九]|^[一-龠]間|^か月/u.test(text.slice(at + 1, at + 3))
  );
}

/** Whether a unit follows the digits (not the って of quoting), or a currency sign stands before them. */
export function hasUnit(text: string, from: number, to: number): boolean {
  if (from > 0 && before.includes(text.charAt(from - 1))) return true;
  const next = text.charAt(to) === ' ' ? to + 1 : to;
  if (next > to && isCompound(text, next)) return false;
  if (text.startsWith('つて', next)) return false;
  if (to - from > 3 && isKana(text.charCodeAt(next)) && !large.test(text.slice(next, next + 5))) return false;
  if (units.longest(text, next) !== undefined) return true;
  const word = latinWord(text, next);
  return latinUnits.has(word) && !(word === 'w' && isLaugh(text, from));
}

const labelBefore = /(?:part|step|piece|chunk|no\.|#|その|ぱーと) ?$/u;
const labelAfter =
  /^(?:番目?(?!号|が好)|曲目|つ目|個目|回目|つめ|本目|段目|行目|発目|通目|st|nd|rd|th|[.):] ?(?=[0-9]{3}))/u;

const countBefore = /(?:last|first|final|next|other) $/u;

/** Whether the digits number a part of something: 一番, 二つ目, "part one", "1st". */
export function isLabel(text: string, from: number, to: number): boolean {
  const before = text.slice(Math.max(0, from - 6), from);
  if (countBefore.test(before) && /^ ?[^- 0-9]{0,6}[ :]+[0-9o]{3}/u.test(text.slice(to, to + 12)))
    return true;
  return labelBefore.test(before) || labelAfter.test(text.slice(to, to + 6));
}
