import { findMailboxes } from '../../../../src/safety/screening/links/mailbox';
import { fold } from '../../../../src/safety/screening/text/fold';

const found = (text: string): string[] =>
  findMailboxes(fold(text)).map(({ start, end }) => text.slice(start, end));

test('a mail service and an account beside it are an address', () => {
  expect(found('Gmailやってます?名前は tanpopo.dummy です')).toEqual([
    'Gmailやってます?名前は tanpopo.dummy',
  ]);
  expect(found('noctua_suki0 宛、アイクラウドのメールです')).toEqual(['noctua_suki0 宛、アイクラウド']);
});

test('a company is none without mail, nor a service without an account', () => {
  expect(found('docomoのSO_51A、判定は丸です')).toEqual([]);
  expect(found('Gmailの容量がいっぱいで、写真を整理しています')).toEqual([]);
});

test.each([
  'gmail: swallow underscore test',
  'hotmail, all lowercase, swallow underscore test9',
  'ソフバンのメールで tsubame_test です',
  'tsubame then 1234 then gmail',
  '「つばめ」ローマ字+ヤフー',
  'メール:tsubame test ドコモ',
])('a mailbox is told in parts: %s', (text) => {
  expect(found(text)).toHaveLength(1);
});

test.each(['icloudはオフにしました、SO_51Aです', 'The outlook is good, size_m fits', 'hotmail was slow'])(
  'no mailbox is told: %s',
  (text) => {
    expect(found(text)).toEqual([]);
  },
);
