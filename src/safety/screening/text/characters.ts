/** ASCII a to z; views are folded, so there is no upper case. */
export function isLatin(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

/** ASCII 0 to 9. */
export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Katakana, full or half width, in an original text. */
export function isKatakana(code: number): boolean {
  return (code >= 0x30a1 && code <= 0x30fa) || (code >= 0xff66 && code <= 0xff9f);
}

/** CJK ideographs of the common block. */
export function isKanji(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

/** Hiragana after folding. */
export function isKana(code: number): boolean {
  return code >= 0x3041 && code <= 0x3096;
}

/** What a word can be made of after folding: letters, digits, kana, kanji and the kanji zero. */
export function isWordUnit(code: number): boolean {
  return (
    isLatin(code) || isDigit(code) || isKana(code) || isKanji(code) || code === 0x3005 || code === 0x3007
  );
}
