import { screen } from '../../../../src/safety/screening';
import { findEmails } from '../../../../src/safety/screening/links/email';
import { fold } from '../../../../src/safety/screening/text/fold';

const found = (text: string): string[] =>
  findEmails(fold(text)).map(({ start, end }) => text.slice(start, end));

test.each([
  ['tsubame01まるにaジーメール', 'tsubame01まるにaジーメール'],
  ['tsubame01 マルの中にa icloud', 'tsubame01 マルの中にa icloud'],
  ['tsubame01 カタツムリ example.com', 'tsubame01 カタツムリ example.com'],
  ['tsubame01 あっとま〜く ヤホー', 'tsubame01 あっとま〜く ヤホー'],
  ['tsubame01 [shift+2] icloud', 'tsubame01 [shift+2] icloud'],
  ['tsubame01, ampersat, yahoo', 'tsubame01, ampersat, yahoo'],
  ['tsubame01 / at / the hotmail', 'tsubame01 / at / the hotmail'],
  ['dot swallow at the google one', 'swallow at the google'],
])('%s is an address', (text, address) => {
  expect(found(text)).toEqual([address]);
});

test('an address told backwards is one', () => {
  expect(found('逆から moc.elpmaxe@10emabust です')).toEqual(['moc.elpmaxe@10emabust']);
});

test('an address over several lines is one', () => {
  expect(screen('tsubame01\n@\nexample\n.com').findings).toMatchObject([{ kind: 'email', start: 0 }]);
});

test.each([
  'カタツムリの置物、3cmです',
  'くるくる回るおもちゃ yahooで話題でした',
  'まるにaの刻印があります',
  'ten.years@home',
])('%s is none', (text) => {
  expect(found(text)).toEqual([]);
});
