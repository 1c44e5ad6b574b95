import { Dictionary } from '../text/dictionary';
import { fold } from '../text/fold';

/** How a digit is written: a plain digit, a kanji, its sound in kana, or a Latin word. */
export type Script = 'digit' | 'kanji' | 'kana' | 'latin';

/** A written digit, or two for "twelve"; `tens` is set for "thirty", which a unit may follow. */
export interface Numeral {
  readonly digits: string;
  readonly script: Script;
  readonly tens?: boolean;
}

const kanji = ['〇零丸', '一壱壹弌', '二弐貳弍', '三参參弎', '四肆', '五伍', '六陸', '七漆', '八捌', '九玖'];

const kana = [
  'ぜろ れい まる',
  'いち わん ひと',
  'に つう つー ふた',
  'さん すりい すりー',
  'よん し ふぉお ふぉー',
  'ご ふぁいぶ',
  'ろく しっくす',
  'なな しち せぶん',
  'はち えいと',
  'きゅう く きゅ ないん',
];

const latin = [
  'zero oh nought rei maru',
  'one ichi',
  'two ni',
  'three san',
  'four yon shi',
  'five go',
  'six roku',
  'seven nana shichi',
  'eight hachi',
  'nine kyu kyuu ku',
];

const teens = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety';

function* entries(): Generator<readonly [string, Numeral]> {
  for (let value = 0; value <= 9; value += 1) {
    const digits = String(value);
    yield [digits, { digits, script: 'digit' }];
    for (const sign of kanji[value] ?? '') yield [sign, { digits, script: 'kanji' }];
    for (const word of kana[value]?.split(' ') ?? []) yield [fold(word).text, { digits, script: 'kana' }];
    for (const word of latin[value]?.split(' ') ?? []) yield [word, { digits, script: 'latin' }];
  }
  yield ['hundred', { digits: '00', script: 'latin' }];
  yield ['thousand', { digits: '000', script: 'latin' }];
  for (const [index, word] of teens.split(' ').entries())
    yield [word, { digits: `1${index}`, script: 'latin' }];
  for (const [index, word] of tens.split(' ').entries())
    yield [word, { digits: `${index + 2}0`, script: 'latin', tens: true }];
}

/** Every way to write a digit, as it reads in a folded view. */
export const numerals = new Dictionary<Numeral>(entries());
