import { screen } from '../../../../src/safety/screening';
import { isFound } from '../generators';

test.each([
  '一番が090、二番が0000、三番が4321です。よろしく',
  '最初は080、次の所が0000、それでおしまいが4321だよ',
  '頭は070なんです。で、真ん中なんですけど0000でして、しっぽは4321です',
  '1. 080\n2. 0000\n3. 4321',
  'it begins with 080, what follows is 0000, and you finish on 4321',
  'part one: 080, part two: 0000, part three: 4321',
  '080なんだけど、ゼロが四つあって、しまいが4321やねん',
  '090チャンネルの0000回、4321話をみて電話してね',
  '電話は次の三行です\n品1　080\n品2　0000\n品3　4321',
  '080\n(it has 3 drawers)\n0000\n(one is stiff)\n4321\ncall me',
  '最初の3ケタはゼロ・ナナ・ゼロ、次の4ケタは全部ゼロ、最後は1から順に4まで',
])('parts told with talk and labels between them are one number: %s', (text) => {
  expect(isFound(text, 'phone')).toBe(true);
});

test.each([
  '九十の前にゼロをつけて、0000、4321',
  '八〇に丸を冠して、ゼロ四つ、四三二一',
  'ninety with a nought in front, then four noughts, then 4321',
  'seven zero, preceded by nil, then 0000 and 4321',
])('a zero that is told to stand in front belongs to the number: %s', (text) => {
  expect(isFound(text, 'phone')).toBe(true);
});

test.each([
  '最後は4321、その前が0000、頭が080',
  '最後が4321、最初が080、間はゼロばっかり4つ。お電話ください',
  'the last is four three two one, the middle is 0000, the start is 080',
])('the last part may be told first: %s', (text) => {
  expect(isFound(text, 'phone')).toBe(true);
});

test('the finding covers all parts and no more', () => {
  const [finding] = screen('えっと、はじまりは080でして、お次は0000、おわりは4321です').findings;
  expect(finding).toMatchObject({ kind: 'phone', start: 9, end: 32, reason: 'phone-number-disguised' });
});

test.each([
  '080番の糸と090番の糸、1000番の糸があります',
  '先に080円切手を2枚、1200円と3400円は後で',
  'シリアルは090から、ロットは1234、棚は5678です',
  'Code is 2021-080-4477, made in March 2021',
  '90 cm wide with a zero in front of the model name, 4 drawers, 1234 yen each',
  '090番から始まる整理番号、1234人目と5678人目',
])('numbers of other things stay apart: %s', (text) => {
  expect(screen(text).findings.filter(({ kind }) => kind === 'phone')).toEqual([]);
});
