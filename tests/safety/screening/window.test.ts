import { emptyWindow, screenWithin, type WindowState } from '../../../src/safety/screening';

function play(texts: readonly string[]): { allowed: boolean[]; reasons: string[]; state: WindowState } {
  let state = emptyWindow;
  const allowed: boolean[] = [];
  const reasons: string[] = [];
  for (const text of texts) {
    const judged = screenWithin(JSON.parse(JSON.stringify(state)) as WindowState, text);
    state = judged.state;
    allowed.push(judged.verdict.allowed);
    reasons.push(...judged.verdict.findings.map(({ reason }) => reason));
  }
  return { allowed, reasons, state };
}

describe('a text is judged together with the ones before', () => {
  test('a number in three texts is found when it is complete', () => {
    expect(play(['090', '1234', '5678'])).toMatchObject({
      allowed: [true, true, false],
      reasons: ['phone-number-split'],
    });
  });

  test('also in kana and kanji, and with words around', () => {
    expect(play(['まずはゼロキュウゼロね', '次は一二三四', '最後に⑤⑥⑦⑧です'])).toMatchObject({
      allowed: [true, true, false],
    });
  });

  test('one digit a text is found while the window reaches', () => {
    expect(play(['09', '01', '2345', '678'])).toMatchObject({ allowed: [true, true, true, false] });
  });

  test('digits are forgotten after the window', () => {
    expect(play(['090', '1', '2', '3', '4', '5', '1234', '5678']).allowed).not.toContain(false);
  });

  test('prices, times and sizes over several texts are ordinary', () => {
    const texts = [
      '3,000円でどうですか',
      '12月8日の19時なら',
      '2,500円では?',
      '幅90cm',
      '8時か9時に',
      '1,234円 5,678円',
    ];
    expect(play(texts).allowed).not.toContain(false);
  });

  test('a messenger in one text and its account in the next are found', () => {
    expect(play(['緑のアプリ', '@taro1'])).toMatchObject({
      allowed: [true, false],
      reasons: ['messenger-split'],
    });
  });

  test('a rejected text changes nothing, so another last part is found as well', () => {
    expect(play(['090', '1234', '5678', '5679']).allowed).toEqual([true, true, false, false]);
  });

  test('the finding marks the new text', () => {
    const { state } = screenWithin(screenWithin(emptyWindow, '090').state, '1234');
    const { verdict } = screenWithin(state, 'で、5678だよ');
    expect(verdict.findings).toMatchObject([{ start: 2, end: 6 }]);
  });
});

describe('the state', () => {
  test('holds digits and marks, never words, and is under 200 bytes of JSON', () => {
    const long = '1234 5678 9012 3456 7890 LINE taro_test id ひみつ 〇一二三四五六七八';
    const { state } = play(Array.from({ length: 12 }, () => long));
    expect(JSON.stringify(state)).toMatch(/^\{"recent":\[("[0-9-]*m?a?",?)*\]\}$/u);
    expect(Buffer.byteLength(JSON.stringify(state))).toBeLessThan(200);
  });

  test('does not change with a text that has neither digits nor names', () => {
    expect(play(['こんにちは', 'ありがとう']).state).toEqual(emptyWindow);
  });
});
