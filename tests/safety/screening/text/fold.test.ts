import { fold } from '../../../../src/safety/screening/text/fold';
import { squeezeWord } from '../../../../src/safety/screening/text/squeeze';
import { originalSpan } from '../../../../src/safety/screening/text/view';

describe('fold', () => {
  test.each([
    ['ＡＢＣ１２３＠', 'abc123@'],
    ['カタカナ ｶﾀｶﾅ', 'かたかな かたかな'],
    ['ｷﾞｶﾞﾎﾟ', 'ぎがぽ'],
    ['きょっゃ', 'きよつや'],
    ['⓪①⑩🄋➀❷⓵', '01100121'],
    ['0️⃣9️⃣', '09'],
    ['𝟎𝟗₀⁹', '0909'],
    ['ⓁⒾⓃⒺ 🅛🅘🅝🅔', 'line line'],
    ['ＬіnеХо', 'linexo'],
    ['é Ü', 'e u'],
    ['0‐9–0', '0-9-0'],
    ['٠٩०९', '0909'],
  ])('%s reads as %s', (original, folded) => {
    expect(fold(original).text).toBe(folded);
  });

  test('drops what nobody sees', () => {
    expect(fold('0\u200b9\u00ad0\ufeff\u2060').text).toBe('090');
  });

  test('knows where each unit came from', () => {
    const view = fold('😀①ﾊﾞ');
    expect(view.text).toBe('😀1ば');
    expect(originalSpan(view, 2, 3)).toEqual({ start: 2, end: 3 });
    expect(originalSpan(view, 3, 4)).toEqual({ start: 3, end: 5 });
  });
});

test('squeezed words lose everything between their letters', () => {
  expect(squeezeWord('ラ・イ ～ ン')).toBe('らいん');
  expect(squeezeWord('P a y-P a y')).toBe('paypay');
});
