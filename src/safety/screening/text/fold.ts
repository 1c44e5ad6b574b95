import { foldRare } from './rare';
import type { View } from './view';

const halfWidthKatakana =
  'をあいうえおやゆよつーあいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわん';
const smallKana = 'ぁぃぅぇぉっゃゅょゎゕゖ';
const largeKana = 'あいうえおつやゆよわかけ';

/** Hiragana in the order of Unicode, the small ones replaced by large ones. */
const hiragana = Array.from({ length: 0x3097 - 0x3041 }, (_, at) => {
  const kana = String.fromCharCode(0x3041 + at);
  const small = smallKana.indexOf(kana);
  return small < 0 ? kana : largeKana.charAt(small);
});

/** Kana of any script and size as large hiragana. */
function foldKana(code: number): string {
  return hiragana[code - (code >= 0x30a1 ? 0x30a1 : 0x3041)] ?? '';
}

/** A full-width or half-width form. */
function foldWidth(code: number): string {
  if (code <= 0xff5e) return String.fromCharCode(code - 0xfee0).toLowerCase();
  if (code === 0xff9e) return '\u3099';
  if (code === 0xff9f) return '\u309a';
  if (code === 0xff61) return '。';
  if (code === 0xff64) return '、';
  return halfWidthKatakana.charAt(code - 0xff66);
}

/** Zero-width characters, variation selectors, keycap frames and direction marks: nothing a reader sees. */
function isInvisible(code: number): boolean {
  if (code < 0xad) return false;
  if (code === 0xad || code === 0x34f || code === 0x61c || code === 0x20e3 || code === 0xfeff) return true;
  if (code >= 0x200b && code <= 0x206f)
    return code <= 0x200f || (code >= 0x202a && code <= 0x202e) || code >= 0x2060;
  return (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0x1f3fb && code <= 0x1f3ff) || code >= 0xe0000;
}

const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code).toLowerCase());

function foldCodePoint(code: number): string {
  if (code < 128) return ascii[code] ?? '';
  if ((code >= 0x3041 && code <= 0x3096) || (code >= 0x30a1 && code <= 0x30f6)) return foldKana(code);
  if (code >= 0x4e00 && code <= 0x9fff) return String.fromCharCode(code);
  if ((code >= 0xff01 && code <= 0xff5e) || (code >= 0xff61 && code <= 0xff9f)) return foldWidth(code);
  if (isInvisible(code)) return '';
  return foldRare(code, foldCodePoint);
}

/**
 * The text as a reader takes it in: lower case, one width, large hiragana for all kana, plain digits for circled,
 * framed and mathematical ones, look-alikes of other alphabets as Latin, nothing invisible. Linear in the length.
 */
export function fold(original: string): View {
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let next = 0;
  for (let at = 0; at < original.length; at = next) {
    const code = original.codePointAt(at) ?? 0;
    next = at + (code > 0xffff ? 2 : 1);
    const folded = foldCodePoint(code);
    const last = units.length - 1;
    if (last >= 0 && (folded === '\u3099' || folded === '\u309a')) {
      units[last] = `${units[last]}${folded}`.normalize('NFC').charAt(0);
      ends[last] = next;
      continue;
    }
    for (let unit = 0; unit < folded.length; unit += 1) {
      units.push(folded.charAt(unit));
      starts.push(at);
      ends.push(next);
    }
  }
  return { text: units.join(''), starts, ends };
}
