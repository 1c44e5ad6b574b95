import { analyse } from '../../../../src/safety/screening/analysis';
import { findPlaces } from '../../../../src/safety/screening/links/places';
import { isFound } from '../generators';

const surest = (text: string): number => {
  const { folded, hits } = analyse(text, ['ja', 'en']);
  return Math.max(0, ...findPlaces(folded, hits).map(({ confidence }) => confidence));
};

test.each([
  'グーグルで「つばめ木工」と調べると電話番号も載ってます',
  '「つばめ木工」でググってください、一番上です',
  'アメブロに「つばめ日記」を書いてます、検索してね',
  'minneでも同じ名前で出してます、そちらのほうが安いです',
  'YouTubeチャンネル「つばめちゃんねる」の概要欄から',
  'プロフのリンクから飛んでください',
  'ジモティーにも同じ写真で出してます',
  '当店のホームページからご予約いただけます',
  '名刺のQRから予約ページに飛べます',
  "google 'swallow woodwork studio', the number's on the page",
  'my depop has the same photos, same name',
  "it's cheaper on my own website, look it up",
  'the link in my bio goes to the order form',
])('a place elsewhere is pointed at: %s', (text) => {
  expect(isFound(text, 'url')).toBe(true);
});

test.each(['URL教えてもらえますか', 'お店のホームページありますか？', "what's your website?"])(
  'a site is asked for: %s',
  (text) => {
    expect(isFound(text, 'url')).toBe(true);
  },
);

test.each([
  'ヤフオクの相場だと三千円くらいです',
  '楽天で買ったものです',
  '検索したら定価は八千円でした',
  'アプリで「つばめ」と検索すると私の別の出品も出てきます',
  '品番で検索すると説明書が出てきます',
  '公式サイトの説明書を見ました',
  'ネットで調べたら使い方が出てきました',
  'YouTubeで紹介されていた商品です',
  "search for 'blue vase' in the app, that's mine too",
  "The manual is on the maker's website",
])('a place that is a subject is none: %s', (text) => {
  expect(surest(text)).toBeLessThan(0.5);
});

test('the finding covers the place and the name', () => {
  const text = 'こんにちは。ブログの「つばめ工房」で検索してください';
  const { folded, hits } = analyse(text, ['ja', 'en']);
  const [first] = findPlaces(folded, hits);
  expect(text.slice(first?.start, first?.end)).toBe('ブログの「つばめ工房」');
});
