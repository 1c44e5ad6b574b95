import { screen } from '../../../../src/safety/screening';
import { isFound } from '../generators';

test.each([
  'メアドくれたら送ります',
  'メールアドレスをお寄せください',
  'ご連絡先のメールアドレスを頂戴できますか',
  'どこに送れるアドレスないっすか',
  'お手元の「＠」をいただきたく存じます',
  '電子のお手紙の宛先、教えてくださいませ',
  'what email can I reach you on',
  'your gmail po',
  'may email ba kayo?',
  'Your @ please',
])('a mail address is asked for: %s', (text) => {
  expect(isFound(text, 'email')).toBe(true);
});

test.each([
  'メールアドレスの変更はどこでできますか',
  'MACアドレスを教えてください',
  'アプリからのメールが届きません',
  'メールアドレスはお教えできません',
  'check your email for the code from the app',
  'I got an e-mail from support',
])('nothing is asked for: %s', (text) => {
  expect(screen(text).findings.filter(({ kind }) => kind === 'email')).toEqual([]);
});
