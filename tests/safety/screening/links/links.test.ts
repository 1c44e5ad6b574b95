import { screen } from '../../../../src/safety/screening';

function kinds(text: string): string[] {
  return screen(text).findings.map(({ kind }) => kind);
}

test.each([
  'README.mdを見て',
  'node.jsの本',
  'ver.3.2.1です',
  'Amazon.co.jpで買いました',
  'Asp.netの参考書',
  'It is fine. Me too',
  'e.g. USB',
  '12.5kg',
  '終わりました。com',
  'http://192.168.1.1 を開くと設定が出ます',
  'open http://10.0.0.1 in a browser',
])('%s is no link', (text) => {
  expect(kinds(text)).toEqual([]);
});

test.each([
  'bit.ly/abc',
  't.me/abc_1',
  'shop-test.com',
  'http://203.0.113.7/shop',
  'shop-test。com',
  'shop-test(.)com',
  'ｓｈｏｐ－ｔｅｓｔ．ｊｐ',
  'amazon.co.jp/dp/B0000',
])('%s is one', (text) => {
  expect(kinds(text)).toContain('url');
});

test.each([
  'look at example.com/',
  'アットホームな店',
  '@の形のキーホルダー',
  '@ITの記事',
  'at 5 pm',
  '1個 @380円',
])('%s is no mail address', (text) => {
  expect(kinds(text)).not.toContain('email');
});

test('the domain of a mail address is no finding of its own', () => {
  expect(kinds('taro1@example.com')).toEqual(['email']);
});

test('what follows an address is not part of it', () => {
  const text = 'taro1 at example dot com. Thanks';
  expect(screen(text).findings).toMatchObject([{ kind: 'email', start: 0, end: text.indexOf('. Thanks') }]);
});

test('dots before a host are no part of it', () => {
  expect(screen('...shop-test.com').findings).toMatchObject([{ kind: 'url', start: 3, end: 16 }]);
});

test.each([
  's w a l l o w . e x a m p l e',
  'swallow、点、test',
  'jp の前が swallow-wood です',
  'swallow の後ろに点example',
  'youtube com slash swallow wood',
  'エイチティーティーピーエス、コロン、斜線二本、swallow',
  'triple w, swallow, dot io',
  '例つばめ店.example に載せてます',
  'つばめてすと てん こむ で',
])('%s is a link in disguise', (text) => {
  expect(kinds(text)).toContain('url');
});

test.each(['価格.comの最安でした', '字が大きい 点 です', 'a b c d e の順です', '「.test」は要りません'])(
  '%s is none in disguise',
  (text) => {
    expect(kinds(text)).not.toContain('url');
  },
);
