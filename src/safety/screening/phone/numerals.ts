import { Dictionary } from '../text/dictionary';
import { fold } from '../text/fold';

/** How a digit is written: a plain digit, a kanji or sign, its sound in kana, or a Latin word. */
export type Script = 'digit' | 'kanji' | 'kana' | 'latin';

/** A written digit, or several for "twelve" and ひふみよ. */
export interface Numeral {
  readonly digits: string;
  readonly script: Script;
  /** Set for "thirty", which a unit may follow. */
  readonly tens?: true;
  /** An ordinary word that only sounds or looks like a digit: "for", "won". */
  readonly weak?: true;
}

const signs = [
  '〇零丸○◯⭕🥚🍩⚪',
  '一壱壹弌🥇',
  '二弐貳弍🥈',
  '三参參弎🥉',
  '四肆',
  '五伍',
  '六陸',
  '七漆',
  '八捌',
  '九玖',
];

const kana = [
  'ぜろ れい れー まる おー ゼ口',
  'いち わん ひと ひー',
  'に つう つー ふた ふー',
  'さん すりい すりー みー',
  'よん し よー ふぉお ふぉー',
  'ご ふぁいぶ いつー',
  'ろく しっくす むー ろー',
  'なな しち せぶん',
  'はち えいと やー',
  'きゅう きゅー く きゅ ないん ないなー',
];

const latin = [
  'zero oh o nought naught aught nil nada null nulla sero nowt rei maru',
  'one ichi uno eins isa',
  'two ni dos dalawa zwei',
  'three san tres tatlo drei',
  'four yon shi cuatro kwatro quatro apat vier',
  'five go cinco singko lima fünf',
  'six roku seis sais anim sechs',
  'seven nana shichi siete syete pito sieben',
  'eight hachi otso ocho walo acht',
  'nine kyu kyuu ku niner nueve siyam neun',
];

/** Words that are digits only among other ones. */
const weak = [
  'none zip nothing',
  'won wun',
  'too ii',
  'tree free iii',
  'for fore fower iv',
  'fife',
  'vi',
  'vii',
  'ate viii',
  'ix',
];

const inARow: Readonly<Record<string, string>> = {
  ひふみよ: '1234',
  ひとふたみよ: '1234',
  ひふみ: '123',
  どれみふぁ: '1234',
};
const romanRow = 'i ii iii iv';

const teens = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety';
const kanaTens = ['', '', 'に', 'さん', 'よん', 'ご', 'ろく', 'なな しち', 'はち', 'きゅう く きゅ きゅー'];
const latinTens = ['', '', 'ni', 'san', 'yon', 'go', 'roku', 'nana', 'hachi', 'kyu kyuu'];

const leet: Readonly<Record<string, string>> = { o: '0', i: '1', e: '3', s: '5' };

/** A word with any of its letters replaced by the digits that look like them: "z3r0". */
function leetOf(word: string): string[] {
  return Array.from(word).reduce<string[]>(
    (forms, letter) => {
      const digit = leet[letter];
      return forms.flatMap((form) => (digit === undefined ? [form + letter] : [form + letter, form + digit]));
    },
    [''],
  );
}

function* wordsOf(list: string | undefined): Generator<string> {
  for (const word of list?.split(' ') ?? []) if (word !== '') yield fold(word).text;
}

function* digitEntries(value: number): Generator<readonly [string, Numeral]> {
  const digits = String(value);
  yield [digits, { digits, script: 'digit' }];
  for (const sign of signs[value] ?? '') yield [fold(sign).text, { digits, script: 'kanji' }];
  for (const word of wordsOf(kana[value])) yield [word, { digits, script: 'kana' }];
  const [english = '', ...others] = [...wordsOf(latin[value])];
  for (const word of [...leetOf(english), ...others]) yield [word, { digits, script: 'latin' }];
  for (const word of wordsOf(weak[value])) yield [word, { digits, script: 'latin', weak: true }];
}

/** きゅうじゅう and "kyu-juu" are ninety. */
function* tensEntries(value: number): Generator<readonly [string, Numeral]> {
  const digits = `${value}0`;
  for (const word of wordsOf(kanaTens[value]))
    for (const end of ['じゅう', 'じゅー'])
      yield [word + fold(end).text, { digits, script: 'kana', tens: true }];
  for (const word of wordsOf(latinTens[value]))
    for (const end of ['juu', '-juu', ' juu', 'ju', '-ju'])
      yield [word + end, { digits, script: 'latin', tens: true }];
}

function* entries(): Generator<readonly [string, Numeral]> {
  for (let value = 0; value <= 9; value += 1) yield* digitEntries(value);
  for (let value = 2; value <= 9; value += 1) yield* tensEntries(value);
  for (const [word, digits] of Object.entries(inARow)) yield [fold(word).text, { digits, script: 'kana' }];
  yield [romanRow, { digits: '1234', script: 'latin' }];
  yield ['hundred', { digits: '00', script: 'latin' }];
  yield ['thousand', { digits: '000', script: 'latin' }];
  for (const [index, word] of teens.split(' ').entries())
    yield [word, { digits: `1${index}`, script: 'latin' }];
  for (const [index, word] of tens.split(' ').entries())
    yield [word, { digits: `${index + 2}0`, script: 'latin', tens: true }];
}

/** Every way to write a digit, as it reads in a folded view. */
export const numerals = new Dictionary<Numeral>(entries());
