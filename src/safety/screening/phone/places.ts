import { type Numeral, numerals } from './numerals';

const thousands =
  /([二三四五六七八九])?千(?:([二三四五六七八九])?(百))?(?:([二三四五六七八九])?(十))?([一二三四五六七八九])?/uy;
const decades = /([二三四五六七八九])?十([一二三四五六七八九])?/uy;

function digitOf(kanji: string | undefined, named: string | undefined): string {
  if (kanji === undefined) return named === undefined ? '0' : '1';
  return numerals.longest(kanji, 0)?.value.digits ?? '0';
}

/** 千二百三十四 and 九十: kanji that name the places of a number. */
export function placesAt(
  text: string,
  from: number,
): { readonly numeral: Numeral; readonly to: number } | undefined {
  if (!/[千十二三四五六七八九]/u.test(text.charAt(from))) return undefined;
  thousands.lastIndex = from;
  decades.lastIndex = from;
  const four = thousands.exec(text);
  if (four !== null) {
    const [all, thousand, hundred, hundreds, ten, decade, one] = four;
    const digits = [
      digitOf(thousand, '千'),
      digitOf(hundred, hundreds),
      digitOf(ten, decade),
      digitOf(one, undefined),
    ];
    return { numeral: { digits: digits.join(''), script: 'kanji' }, to: from + all.length };
  }
  const two = decades.exec(text);
  if (two === null) return undefined;
  const digits = digitOf(two[1], '十') + digitOf(two[2], undefined);
  return { numeral: { digits, script: 'kanji' }, to: from + two[0].length };
}
