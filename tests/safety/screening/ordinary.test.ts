import fc from 'fast-check';
import { screen } from '../../../src/safety/screening';

const runs = { numRuns: 400, seed: 20_240_902 };

const price = fc.integer({ min: 1, max: 999_999 }).map((yen) => yen.toLocaleString('en'));
const day = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }));
const two = (value: number): string => String(value).padStart(2, '0');
const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }));
const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((each) => each.join(''));

/** Appends the check digit of EAN-13: https://www.gs1.org/services/how-calculate-check-digit-manually */
function ean13(twelve: string): string {
  const sum = Array.from(twelve).reduce(
    (total, each, index) => total + Number(each) * (index % 2 === 0 ? 1 : 3),
    0,
  );
  return `${twelve}${(10 - (sum % 10)) % 10}`;
}

function expectAllowed(text: string): void {
  expect({ text, findings: screen(text).findings }).toEqual({ text, findings: [] });
}

describe('ordinary talk is left alone', () => {
  test('digits that run on are another code', () => {
    expectAllowed('03-1234-5678-9012');
    expectAllowed('0312345678 9012');
  });

  test('prices', () => {
    fc.assert(
      fc.property(price, price, (first, second) => {
        expectAllowed(`${first}円を${second}円にお値下げできますか？`);
        expectAllowed(`¥${first}と送料¥${second}で合計いくらですか`);
        expectAllowed(`Would you take ${first} yen instead of ${second} yen?`);
      }),
      runs,
    );
  });

  test('dates and times', () => {
    fc.assert(
      fc.property(day, time, time, ([month, date], [hour, minute], [untilHour, untilMinute]) => {
        expectAllowed(`2026年${month}月${date}日の${hour}時${minute}分に駅で`);
        expectAllowed(
          `2026/${two(month)}/${two(date)} ${two(hour)}:${two(minute)}〜${two(untilHour)}:${two(untilMinute)}`,
        );
        expectAllowed(
          `${two(month)}-${two(date)} ${two(hour)}:${two(minute)} から ${two(untilHour)}:${two(untilMinute)} まで`,
        );
      }),
      runs,
    );
  });

  test('tracking numbers in the formats of Japanese carriers', () => {
    fc.assert(
      fc.property(digits(4), digits(4), digits(4), (first, second, third) => {
        expectAllowed(`伝票番号は${first}-${second}-${third}です`);
        expectAllowed(`お問い合わせ番号 ${first} ${second} ${third}`);
        expectAllowed(`追跡番号：${first}${second}${third}`);
        expectAllowed(`Tracking number ${first}-${second}-${third}`);
      }),
      runs,
    );
  });

  test('bar codes with their check digits', () => {
    fc.assert(
      fc.property(fc.constantFrom('45', '49', '978'), digits(10), (prefix, rest) => {
        const code = ean13(`${prefix}${rest}`.slice(0, 12));
        expectAllowed(`JANは${code}です`);
        expectAllowed(`${code}のものをさがしています`);
      }),
      runs,
    );
  });

  test('postal codes, sizes, versions, model and serial numbers', () => {
    fc.assert(
      fc.property(
        digits(3),
        digits(4),
        digits(7),
        fc.integer({ min: 1, max: 300 }),
        (three, four, seven, size) => {
          expectAllowed(`〒${three}-${four}まで発送します`);
          expectAllowed(`幅${size}×奥行${size + 1}×高さ${size + 2}cmです`);
          expectAllowed(`バージョン${size}.${four}.${three}で動きます`);
          expectAllowed(`型番はAB-${four}-${three}、シリアルは${seven}${three}`);
        },
      ),
      runs,
    );
  });

  test('colours, and services as subjects', () => {
    const colour = fc.constantFrom('緑', '青', '黄色', 'ピンク', '紫');
    const thing = fc.constantFrom('やつ', 'ほう', 'アイコン');
    const service = fc.constantFrom('インスタ', 'YouTube', 'ヤフオク', '楽天', 'メルカリ');
    fc.assert(
      fc.property(colour, thing, service, price, (hue, what, name, yen) => {
        expectAllowed(`${hue}の${what}はまだありますか？`);
        expectAllowed(`${name}で見たときは${yen}円でした`);
        expectAllowed(`${name}で${yen}円だったので、こちらで買います`);
      }),
      runs,
    );
  });

  test('lines, models and order IDs', () => {
    fc.assert(
      fc.property(
        digits(3),
        digits(8),
        fc.constantFrom('白', '赤', '縦', 'センター'),
        (three, eight, mark) => {
          expectAllowed(`${mark}ラインが入ったジャージです`);
          expectAllowed(`ポメラDM${three}の箱です`);
          expectAllowed(`取引IDはm${eight}です`);
        },
      ),
      runs,
    );
  });

  test('amounts in kanji', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'一二三四五六七八九'), { minLength: 3, maxLength: 3 }),
        ([a, b, c]) => {
          expectAllowed(`${a}万${b}千${c}百円、${a}月${b}日の${c}時でお願いします`);
          expectAllowed(`${a}箱と${b}枚と${c}冊をまとめて`);
        },
      ),
      runs,
    );
  });

  test('rows of prices, sizes, colours and model numbers', () => {
    const size = fc.integer({ min: 200, max: 2000 });
    fc.assert(
      fc.property(price, price, price, fc.tuple(size, size, size), (one, two, three, [a, b, c]) => {
        expectAllowed(`合わせて${one}+${two}+${three}でいかがですか`);
        expectAllowed(`${a}×${b}×${c}は入りますか`);
        expectAllowed(`DMCの${a}、${b}、${c}を探しています`);
      }),
      runs,
    );
  });

  test('lot, style, part and room numbers', () => {
    fc.assert(
      fc.property(digits(4), digits(4), digits(2), digits(10), (first, second, third, ten) => {
        expectAllowed(`ロット番号は${first}-${second}-${third}です`);
        expectAllowed(`the style number is ${ten}`);
        expectAllowed(`Part number ${first}-${second}, lot number ${second}-${third}`);
        expectAllowed(`部屋番号は${first}、暗証番号は${second}`);
      }),
      runs,
    );
  });

  test('counts of things beside each other', () => {
    const few = fc.integer({ min: 2, max: 8 });
    fc.assert(
      fc.property(few, few, digits(4), (one, two, four) => {
        expectAllowed(`${one}番の糸を${two}つと、${four}円の布を${one}個`);
        expectAllowed(`page ${one} to ${two} in order, ${one} times each, ${two} eggs`);
        expectAllowed(`サイズ${one}が${two}つ、1から${two}まで順に並べて`);
      }),
      runs,
    );
  });
});
