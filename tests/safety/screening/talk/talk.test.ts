import { screen } from '../../../../src/safety/screening';

function reasons(text: string): string[] {
  return screen(text).findings.map(({ reason }) => reason);
}

test.each(['ラ◯ン交換して', 'L!NEで話そ', 'テレグ○ム', 'L|NE ID'])('a masked name is found in %s', (text) => {
  expect(screen(text).findings).toMatchObject([{ kind: 'messenger' }]);
});

test('an invitation and an account have their own reasons', () => {
  expect(reasons('LINE交換しませんか')).toEqual(['messenger-invitation']);
  expect(reasons('インスタ @taro_test')).toEqual(['messenger-account']);
});

test.each([
  ['直接取引しませんか', 'direct-deal'],
  ['アプリを通さずに売りたい', 'outside-platform'],
  ['キャンセルして現金でお願いします', 'cancel-and-deal'],
  ['ヤフオクに安く出してます', 'other-marketplace'],
  ['cancel and pay me cash', 'cancel-and-deal'],
])('%s is %s', (text, reason) => {
  expect(reasons(text)).toContain(reason);
});

test.each([
  '直接取引はできません',
  '直接取引は禁止です',
  'LINE交換はお断りしています',
  'LINEは使いません',
  'No direct deals, sorry',
  "I don't use WhatsApp",
  'アプリの外での取引はしません',
])('a refusal is ordinary: %s', (text) => {
  expect(reasons(text)).toEqual([]);
});

test('a question in the form of a refusal is a proposal', () => {
  expect(reasons('直接取引できませんか')).toEqual(['direct-deal']);
  expect(reasons('規約違反だけど、直接取引しませんか')).toEqual(['direct-deal']);
});

test('asking for a number or an address is found, refusing to ask is not', () => {
  expect(reasons('電話番号を教えてください')).toEqual(['phone-number-asked']);
  expect(reasons('メールアドレス教えて')).toEqual(['email-address-asked']);
  expect(reasons('追跡番号を教えてください')).toEqual([]);
  expect(reasons('電話番号は教えないでください')).toEqual([]);
});
