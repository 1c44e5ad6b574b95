import fc from 'fast-check';
import { screen } from '../../../src/safety/screening';
import { isFound, runs, wrapper } from './generators';

const digit = fc.integer({ min: 0, max: 9 });
const mobile = fc
  .tuple(fc.constantFrom('090', '080', '070', '050'), fc.array(digit, { minLength: 8, maxLength: 8 }))
  .map(([head, rest]) => `${head}${rest.join('')}`);
const landline = fc
  .tuple(fc.constantFrom('03', '06'), fc.array(digit, { minLength: 8, maxLength: 8 }))
  .map(([head, rest]) => `${head}${rest.join('')}`);

/** One script per digit style: index is the digit. */
const scripts = {
  plain: '0 1 2 3 4 5 6 7 8 9',
  fullWidth: '０ １ ２ ３ ４ ５ ６ ７ ８ ９',
  kanji: '〇 一 二 三 四 五 六 七 八 九',
  formalKanji: '零 壱 弐 参 肆 伍 陸 漆 捌 玖',
  circled: '⓪ ① ② ③ ④ ⑤ ⑥ ⑦ ⑧ ⑨',
  keycap: '0️⃣ 1️⃣ 2️⃣ 3️⃣ 4️⃣ 5️⃣ 6️⃣ 7️⃣ 8️⃣ 9️⃣',
  bold: '𝟎 𝟏 𝟐 𝟑 𝟒 𝟓 𝟔 𝟕 𝟖 𝟗',
  subscript: '₀ ₁ ₂ ₃ ₄ ₅ ₆ ₇ ₈ ₉',
  hiragana: 'ぜろ いち に さん よん ご ろく なな はち きゅう',
  oldHiragana: 'れい いち にー さん し ごー ろく しち はち く',
  katakana: 'ゼロ イチ ニ サン ヨン ゴ ロク ナナ ハチ キュウ',
  halfWidth: 'ｾﾞﾛ ｲﾁ ﾆ ｻﾝ ﾖﾝ ｺﾞ ﾛｸ ﾅﾅ ﾊﾁ ｷｭｳ',
  arabic: '٠ ١ ٢ ٣ ٤ ٥ ٦ ٧ ٨ ٩',
  counted: 'まる ひとー ふたー みー よー ごー むー なな はち きゅー',
};
const script = fc.constantFrom(...Object.values(scripts)).map((digits) => digits.split(' '));

/** English, Spanish and German words, slips of the pen and look-alikes: any of them may stand for its digit. */
const words = [
  'zero oh nought nil zer0 null',
  'one ichi uno 0ne wun',
  'two ni dos tw0 dalawa',
  'three san tres thr33 tree',
  'four yon cuatro f0ur apat',
  'five go cinco f1ve lima',
  'six roku seis s1x anim',
  'seven nana siete s3v3n pito',
  'eight hachi otso 3ight ate',
  'nine kyuu nueve n1ne siyam',
].map((each) => each.split(' '));

const english = 'zero one two three four five six seven eight nine'.split(' ');

const separator = fc.constantFrom(
  '',
  '-',
  ' ',
  '－',
  '・',
  '.',
  '/',
  '_',
  '～',
  '\n',
  '、',
  '🌸',
  ' - ',
  '→',
  '　',
  '＊',
  'ー',
);
function group(number: string, write: (digit: number) => string): string[] {
  const parts = number.length === 11 ? [3, 4, 4] : [2, 4, 4];
  let from = 0;
  return parts.map((length) => {
    const part = Array.from(number.slice(from, from + length), (each) => write(Number(each))).join('');
    from += length;
    return part;
  });
}

describe('a disguised phone number is found', () => {
  test('in every script, with every separator, in every sentence', () => {
    fc.assert(
      fc.property(mobile, script, separator, wrapper, (number, digits, between, [before, after]) => {
        const written = group(number, (each) => digits[each] ?? '').join(between);
        expect(isFound(`${before}${written}${after}`, 'phone')).toBe(true);
      }),
      runs,
    );
  });

  test('when every digit is written in another script', () => {
    const mixed = fc.tuple(
      mobile,
      fc.array(
        fc.constantFrom(
          scripts.plain,
          scripts.fullWidth,
          scripts.kanji,
          scripts.circled,
          scripts.formalKanji,
        ),
        {
          minLength: 11,
          maxLength: 11,
        },
      ),
    );
    fc.assert(
      fc.property(mixed, separator, ([number, styles], between) => {
        let at = -1;
        const written = group(number, (each) => {
          at += 1;
          return styles[at]?.split(' ')[each] ?? '';
        });
        expect(isFound(written.join(between), 'phone')).toBe(true);
      }),
      runs,
    );
  });

  test('when its digits stand one by one', () => {
    fc.assert(
      fc.property(
        mobile,
        script,
        fc.constantFrom(' ', '-', '・', '\n', '、', '♡', '，', '\u200b'),
        (number, digits, between) => {
          const written = Array.from(number, (each) => digits[Number(each)] ?? '').join(between);
          expect(isFound(written, 'phone')).toBe(true);
        },
      ),
      runs,
    );
  });

  test('with a filler word between its groups', () => {
    const filler = fc.constantFrom(
      'の',
      'たこ焼き',
      'と',
      'ダッシュ',
      'ハイフン',
      'さくら',
      ' dash ',
      ' and ',
    );
    fc.assert(
      fc.property(mobile, filler, (number, between) => {
        expect(isFound(group(number, String).join(between), 'phone')).toBe(true);
      }),
      runs,
    );
  });

  test('described part by part', () => {
    fc.assert(
      fc.property(mobile, (number) => {
        const [head, middle, tail] = group(number, String);
        expect(isFound(`最初は${head}、次が${middle}、最後は${tail}です`, 'phone')).toBe(true);
        expect(isFound(`first ${head}, then ${middle}, and last ${tail}`, 'phone')).toBe(true);
      }),
      runs,
    );
  });

  test('in English words', () => {
    fc.assert(
      fc.property(mobile, fc.constantFrom(' ', '-', ', '), (number, between) => {
        const written = Array.from(number, (each) => english[Number(each)]).join(between);
        expect(isFound(`my cell is ${written}`, 'phone')).toBe(true);
      }),
      runs,
    );
  });

  test('in the international form', () => {
    fc.assert(
      fc.property(mobile, fc.constantFrom('+81', '＋81', '+81 ', '+81-', '+81 (0)'), (number, prefix) => {
        expect(isFound(`${prefix}${number.slice(1)}`, 'phone')).toBe(true);
      }),
      runs,
    );
  });

  test('as a landline with its usual groups', () => {
    fc.assert(
      fc.property(
        landline.filter((number) => !/^0[0-9]0/u.test(number)),
        fc.constantFrom(scripts.plain, scripts.fullWidth, scripts.kanji, scripts.circled),
        fc.constantFrom('-', '－', ' ', 'ー'),
        (number, digits, between) => {
          const written = group(number, (each) => digits.split(' ')[each] ?? '').join(between);
          expect(isFound(written, 'phone')).toBe(true);
        },
      ),
      runs,
    );
  });

  test('with the finding covering the whole number', () => {
    fc.assert(
      fc.property(mobile, wrapper, (number, [before, after]) => {
        const written = group(number, String).join('-');
        const found = screen(`${before}${written}${after}`).findings.find(
          (finding) => finding.kind === 'phone',
        );
        expect(found).toMatchObject({ start: before.length, end: before.length + written.length });
      }),
      runs,
    );
  });

  test('in words of any language, mixed', () => {
    const picks = fc.array(fc.nat(5), { minLength: 11, maxLength: 11 });
    fc.assert(
      fc.property(mobile, picks, fc.constantFrom(' ', '-', ', '), (number, pick, between) => {
        const written = Array.from(number, (each, index) => {
          const forms = words[Number(each)] ?? [];
          return forms[(pick[index] ?? 0) % forms.length];
        }).join(between);
        expect(isFound(`call: ${written}`, 'phone')).toBe(true);
      }),
      runs,
    );
  });

  test('with a part that is told by its count', () => {
    const repeats = fc.constantFrom(
      (each: number) => `${scripts.katakana.split(' ')[each]}が四つ`,
      (each: number) => `${scripts.hiragana.split(' ')[each]}を4回`,
      (each: number) => `${each}×4`,
      (each: number) => `four ${english[each]}s`,
      (each: number) => `${english[each]} four times`,
      (each: number) => `quadruple ${english[each]}`,
      (each: number) => `${scripts.kanji.split(' ')[each]}よっつ`,
    );
    fc.assert(
      fc.property(mobile, digit, repeats, (number, each, repeat) => {
        const [head, , tail] = group(number, String);
        expect(isFound(`${head}、${repeat(each)}、${tail}です`, 'phone')).toBe(true);
      }),
      runs,
    );
  });

  test('told part by part with talk between, from either end', () => {
    const talk = fc.constantFrom(
      ['はじまりは', 'でして、そのお次ときたら', 'なんです。で、おしまいが'],
      ['一番', '、二番', '、三番'],
      ['starts on ', ', what comes then is ', ', and the very end would be '],
    );
    fc.assert(
      fc.property(mobile, talk, (number, [before, between, last]) => {
        const [head, middle, tail] = group(number, String);
        expect(isFound(`${before}${head}${between}${middle}${last}${tail}`, 'phone')).toBe(true);
        expect(isFound(`最後が${tail}で、真ん中が${middle}、頭が${head}`, 'phone')).toBe(true);
      }),
      runs,
    );
  });

  test('without its zero, which is told to stand in front', () => {
    const lead = fc.constantFrom(
      'の頭にゼロをつけて、',
      'の前に〇、',
      ' with a zero in front, ',
      ', preceded by nil, ',
    );
    fc.assert(
      fc.property(mobile, lead, (number, told) => {
        const [head = '', middle, tail] = group(number, String);
        expect(isFound(`${head.slice(1)}${told}${middle}, ${tail}`, 'phone')).toBe(true);
      }),
      runs,
    );
  });
});
