/** Ranges that Unicode itself maps to plain characters (NFKD): signs, circled, framed and mathematical letters. */
const compatible: readonly (readonly [number, number])[] = [
  [0xa0, 0x17f],
  [0x2070, 0x209f],
  [0x2100, 0x218f],
  [0x2460, 0x24ea],
  [0x3200, 0x33ff],
  [0xfb00, 0xfb06],
  [0x1d400, 0x1d7ff],
  [0x1f100, 0x1f10a],
  [0x1f110, 0x1f149],
  [0x1fbf0, 0x1fbf9],
];

/** First code point of runs that Unicode does not map, with the characters they show. */
const shown: readonly (readonly [number, string])[] = [
  [0x24eb, '11 12 13 14 15 16 17 18 19 20'],
  [0x24f5, '1 2 3 4 5 6 7 8 9 10 0'],
  [0x2776, '1 2 3 4 5 6 7 8 9 10 1 2 3 4 5 6 7 8 9 10 1 2 3 4 5 6 7 8 9 10'],
  [0x1f10b, '0 0'],
  [0x1f150, 'a b c d e f g h i j k l m n o p q r s t u v w x y z'],
  [0x1f170, 'a b c d e f g h i j k l m n o p q r s t u v w x y z'],
  [0x1f1e6, 'a b c d e f g h i j k l m n o p q r s t u v w x y z'],
  ...[0x660, 0x6f0, 0x966, 0x9e6, 0xe50].map((zero) => [zero, '0 1 2 3 4 5 6 7 8 9'] as const),
];

const lookAlikes = { from: 'аеіорсухѕοαιρυνАВЕІКМНОРСТУХ', to: 'aeiopcyxsoaipuvabeikmhopctyx' };
const dashes = '‐‑‒–—―−﹣⁃➖';
const combining = /[\u0300-\u036f]/gu;

/** Filled as characters occur, so it is never larger than Unicode. */
const table = new Map<number, string>();

/** What a character shows: a digit, a letter or a sign that the rules know, else itself. */
function plainForm(code: number): string {
  const char = String.fromCodePoint(code);
  if (code === 0x3000 || code === 0x2028 || code === 0x2029 || code === 0x2423) return ' ';
  if (dashes.includes(char)) return '-';
  const alike = lookAlikes.from.indexOf(char);
  if (alike >= 0) return lookAlikes.to.charAt(alike);
  for (const [first, forms] of shown) {
    const form = code < first ? undefined : forms.split(' ')[code - first];
    if (form !== undefined) return form;
  }
  if (!compatible.some(([from, to]) => code >= from && code <= to)) return char;
  return char.normalize('NFKD').replace(combining, '').normalize('NFC').toLowerCase();
}

/**
 * The plain form of a character outside ASCII, kana, kanji and width forms.
 * @param again folds the characters of the plain form, which may be katakana or full-width
 */
export function foldRare(code: number, again: (code: number) => string): string {
  const known = table.get(code);
  if (known !== undefined) return known;
  const plain = plainForm(code);
  const own = String.fromCodePoint(code);
  const folded = plain === own ? own : Array.from(plain, (char) => again(char.codePointAt(0) ?? 0)).join('');
  table.set(code, folded);
  return folded;
}
