import { screen } from '../../../../src/safety/screening';
import { analyse } from '../../../../src/safety/screening/analysis';
import { findMessengers } from '../../../../src/safety/screening/talk/messenger';
import { isFound } from '../generators';

test.each([
  'LINEやってる？',
  'インスタ教えて',
  'whats ur ig',
  'kakao?',
  'Discord?',
  'WhatsApp? Easier than in here',
  'スカイプ持ってますか？',
])('asking after a messenger is found: %s', (text) => {
  expect(isFound(text, 'messenger')).toBe(true);
});

test.each([
  '緑の吹き出しのアプリでやり取りしませんか',
  'みどりのトークのほう、交換できます？',
  '紙飛行機のアプリに tsubame_01 でいます',
  'カメラのマークのアプリでフォローして、同じ名前です',
  'お顔が並ぶ会議のやつ、招待お送りします',
  'the green chat app, are you on it?',
  "I'm on the bird app, same handle as here",
  'you know the thing with two blue ticks? ping me there',
  'the purple one for gamers: swallow#0001, add me',
])('a messenger is found by what it looks like: %s', (text) => {
  expect(isFound(text, 'messenger')).toBe(true);
});

test.each([
  'ラ・イ・ン、でどうぞ',
  'L, I, N, E で',
  'wh4ts4pp?',
  'V1ber とか',
  'Sk¥pe ok?',
  'カ力才卜ーク教えて',
])('a messenger is found behind look-alikes and signs: %s', (text) => {
  expect(isFound(text, 'messenger')).toBe(true);
});

test('an account beside the word for it is found', () => {
  const text = '見てね、IDは tsubame_01 です';
  const [finding] = screen(text).findings;
  expect(finding).toMatchObject({ kind: 'messenger', reason: 'messenger-account' });
  expect(text.slice(finding?.start, finding?.end)).toBe('IDは tsubame_01');
});

test.each([
  'インスタでモデルが着ていたコートと同じですか',
  'Android6だともうLINEは入らないです',
  'ライン入力の端子が一つあります',
  'センターラインのある道から入ってください',
  'コートの白いラインが好きです',
  '講座の内容:①メール②LINEの設定③写真',
  'ポメラDM100の箱です',
  'みどりの吹き出し型のクッションです',
  '取引IDはm00045670000です',
  'LINE交換はNGなんです、すみません',
  'このアプリだけでやっています',
  '緑のほうを二つください',
  '紫のやつ、取り置きできますか',
  'the green one please, does it still work?',
  'Kakao-coloured, i.e. yellow',
  'Fax line port works',
  'a stretched 3LINE logo',
])('goods and subjects are left alone: %s', (text) => {
  const { original, folded, hits } = analyse(text, ['ja', 'en']);
  expect(findMessengers(original, folded, hits).filter(({ confidence }) => confidence >= 0.5)).toEqual([]);
});
