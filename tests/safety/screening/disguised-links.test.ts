import fc from 'fast-check';
import { screen } from '../../../src/safety/screening';
import { isFound, runs, wrapper } from './generators';

describe('a disguised mail address is found', () => {
  const local = fc.stringMatching(/^[a-z][a-z0-9]{2,10}[0-9]$/u);
  const host = fc.constantFrom('gmail.com', 'example.co.jp', 'example.net', 'docomo.ne.jp', 'yahoo.co.jp');
  const at = fc.constantFrom(
    '@',
    '＠',
    '(at)',
    '[at]',
    ' at ',
    'アットマーク',
    'あっと',
    '（アット）',
    ' @ ',
    '【あっと】',
    '<at>',
    'マルにa',
    ' カタツムリ ',
    ' [shift+2] ',
    ', ampersat, ',
    'あっとま〜く',
  );
  const dot = fc.constantFrom('.', '．', ' dot ', 'ドット', '[.]', '(dot)', 'どっと', '。');

  test('however @ and the dots are spelled', () => {
    fc.assert(
      fc.property(local, host, at, dot, wrapper, (name, domain, sign, point, [before, after]) => {
        const text = `${before} ${name}${sign}${domain.replaceAll('.', point)} ${after}`;
        expect(isFound(text, 'email')).toBe(true);
      }),
      runs,
    );
  });

  test('in full width and letter by letter', () => {
    fc.assert(
      fc.property(local, host, (name, domain) => {
        const address = `${name}@${domain}`;
        const wide = Array.from(address, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)).join('');
        expect(isFound(wide, 'email')).toBe(true);
        expect(isFound(Array.from(address).join(' '), 'email')).toBe(true);
      }),
      runs,
    );
  });
});

describe('a disguised link is found', () => {
  const name = fc.stringMatching(/^[a-z][a-z0-9]{3,10}-shop$/u);
  const ending = fc.constantFrom('com', 'jp', 'co.jp', 'net', 'org', 'shop');

  test('bare, with a scheme, spaced or defanged', () => {
    const form = fc.constantFrom<(host: string) => string>(
      (host) => host,
      (host) => `https://${host}`,
      (host) => `hxxps://${host.replaceAll('.', '[.]')}`,
      (host) => `www.${host}/a?b=1`,
      (host) => host.replaceAll('.', ' . '),
      (host) => host.replaceAll('.', ' dot '),
      (host) => host.replaceAll('.', 'ドット'),
      (host) => Array.from(`https://${host}`).join(' '),
    );
    fc.assert(
      fc.property(name, ending, form, wrapper, (label, last, write, [before, after]) => {
        expect(isFound(`${before} ${write(`${label}.${last}`)} ${after}`, 'url')).toBe(true);
      }),
      runs,
    );
  });
});

describe('a mailbox without a sign is found', () => {
  const local = fc.stringMatching(/^[a-z]{3,8}_[a-z0-9]{3,6}$/u);
  const service = fc.constantFrom('gmail', 'Gmail', 'ジーメール', 'hotmail', 'ymail', 'ソフバンのメール');
  const form = fc.constantFrom<(name: string, at: string) => string>(
    (name, at) => `${at}: ${name}`,
    (name, at) => `${name} が名前で、あとは${at}です`,
    (name, at) => `${at}, ${name.replace('_', ' underscore ')}`,
  );

  test('whether the service comes first or last', () => {
    fc.assert(
      fc.property(local, service, form, (name, at, write) => {
        expect(isFound(write(name, at), 'email')).toBe(true);
      }),
      runs,
    );
  });
});

describe('a place elsewhere is found', () => {
  const shop = fc.constantFrom('つばめ工房', 'はな音楽教室', 'みなと商店', '青葉サロン');
  const place = fc.constantFrom('グーグル', 'アメブロ', 'ミンネ', 'Googleマップ', 'ユーチューブ');
  const lookup = fc.constantFrom('検索してください', '調べると一番上です', '探してみて', 'ググってね');

  test('by its name and where to look it up', () => {
    fc.assert(
      fc.property(shop, place, lookup, (name, where, how) => {
        expect(isFound(`${where}でうちの「${name}」を${how}`, 'url')).toBe(true);
      }),
      runs,
    );
  });
});

describe('a messenger is found', () => {
  const look = fc.constantFrom('緑の吹き出し', '紙飛行機', '青い鳥', 'カメラのマーク', '黄色いアイコン');
  const account = fc.stringMatching(/^[a-z]{4,8}_[a-z0-9]{2,6}$/u);
  const leet = fc.constantFrom('wh4tsapp', 'L1NE', 'V1ber', 't3legram', 'd1scord', 'カ力オ', 'ラ・イ・ン');

  test('by what it looks like, with an account', () => {
    fc.assert(
      fc.property(look, account, (what, id) => {
        expect(isFound(`${what}のアプリで ${id} です`, 'messenger')).toBe(true);
      }),
      runs,
    );
  });

  test('with look-alikes and signs in its name', () => {
    fc.assert(
      fc.property(leet, fc.constantFrom('', '?', ' ok?', 'で話そう', 'どう？'), (name, rest) => {
        expect(isFound(`${name}${rest}`, 'messenger')).toBe(true);
      }),
      runs,
    );
  });
});

describe('a spaced or decorated name is found', () => {
  const noise = fc.constantFrom(' ', '・', '.', '★', '_', '～', '\u200b', '●');

  test.each(['LINE交換しませんか', 'カカオトーク教えて', '直接取引しませんか', 'インスタグラムのID教えて'])(
    '%s',
    (phrase) => {
      fc.assert(
        fc.property(noise, (between) => {
          expect(screen(Array.from(phrase).join(between)).allowed).toBe(false);
        }),
        { numRuns: 30 },
      );
    },
  );
});
