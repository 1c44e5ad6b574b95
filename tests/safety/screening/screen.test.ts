import { performance } from 'node:perf_hooks';
import { maximumLength, screen } from '../../../src/safety/screening';
import { hostileSeeds } from './generators';

describe('the verdict', () => {
  test('the example of the documentation is true', () => {
    expect(screen('ぜろきゅうぜろの1234の5678です')).toEqual({
      allowed: false,
      findings: [{ kind: 'phone', start: 0, end: 17, confidence: 0.95, reason: 'phone-number-disguised' }],
    });
  });

  test('an ordinary text is allowed and has no findings', () => {
    expect(screen('明日の15時に渋谷でお願いします。3,000円です。')).toEqual({ allowed: true, findings: [] });
    expect(screen('')).toEqual({ allowed: true, findings: [] });
  });

  test('a finding marks the original text, also behind emoji and full-width characters', () => {
    const text = '😀よろしく！０９０－００００－１２３４です';
    const [finding] = screen(text).findings;
    expect(text.slice(finding?.start, finding?.end)).toBe('０９０－００００－１２３４');
    expect(finding).toMatchObject({ kind: 'phone', reason: 'phone-number' });
  });

  test('findings of several kinds come in reading order', () => {
    const { findings } = screen('090-0000-1234 か a1@example.com か https://example.com/x へ');
    expect(findings.map(({ kind }) => kind)).toEqual(['phone', 'email', 'url']);
  });

  test('the same text always gets the same verdict', () => {
    const text = 'LINE交換しませんか 090 0000 1234';
    expect(screen(text)).toEqual(screen(text));
  });

  test('a number that nobody has is a disclosure all the same', () => {
    expect(screen('090-0000-1234').allowed).toBe(false);
  });
});

describe('the options', () => {
  const text = 'https://example.com/x を見て、090-0000-1234に電話して';

  test('a kind that only flags is listed and does not reject', () => {
    const verdict = screen('https://example.com/x', { policy: { url: 'flag' } });
    expect(verdict).toMatchObject({ allowed: true, findings: [{ kind: 'url' }] });
    expect(screen(text, { policy: { url: 'flag' } }).allowed).toBe(false);
  });

  test('an ignored kind is not listed', () => {
    const { findings } = screen(text, { policy: { url: 'ignore' } });
    expect(findings.map(({ kind }) => kind)).toEqual(['phone']);
  });

  test('a higher minimum confidence reports less', () => {
    const sentence = 'LINEやってますか';
    expect(screen(sentence).allowed).toBe(false);
    expect(screen(sentence, { minimumConfidence: 0.9 }).allowed).toBe(true);
  });

  test('only the words of the chosen languages are looked for, but digits in every one', () => {
    expect(screen('直接取引しませんか', { languages: ['en'] }).allowed).toBe(true);
    expect(screen('add me on whatsapp', { languages: ['ja'] }).allowed).toBe(true);
    expect(screen('〇九〇の一二三四の五六七八', { languages: ['en'] }).allowed).toBe(false);
  });
});

describe("the marketplace's own words", () => {
  test('an added word is found however it is spaced, as the kind it was given', () => {
    const deny = [{ word: 'ひみつ掲示板', kind: 'messenger' }] as const;
    expect(screen('ヒミツ・掲示板を見ました', { deny }).findings).toMatchObject([
      { kind: 'messenger', reason: 'own-word' },
    ]);
  });

  test('a Latin word is found as a whole word only', () => {
    const deny = [{ word: 'bline', kind: 'messenger' }] as const;
    expect(screen('join bline', { deny }).allowed).toBe(false);
    expect(screen('sublinear', { deny }).allowed).toBe(true);
  });

  test('a word of another language does not count', () => {
    const deny = [{ word: 'bline', kind: 'messenger', language: 'en' }] as const;
    expect(screen('join bline', { deny, languages: ['ja'] }).allowed).toBe(true);
  });

  test("the marketplace's own number, name and domains are allowed", () => {
    const allow = [{ word: '0120-000-123' }, { word: 'market.example' }];
    expect(screen('お困りの方は ０１２０ー０００ー１２３ へお電話ください', { allow }).allowed).toBe(true);
    expect(screen('https://help.market.example/faq をご覧ください', { allow }).allowed).toBe(true);
    expect(screen('support@market.example から届きます', { allow }).allowed).toBe(true);
  });

  test('an allowed domain excuses no other host that mentions it', () => {
    const allow = [{ word: 'market.example' }];
    expect(screen('https://evil.example/?market.example', { allow }).allowed).toBe(false);
    expect(screen('https://evilmarket.example/', { allow }).allowed).toBe(false);
    expect(screen('https://market.example@evil.example/', { allow }).allowed).toBe(false);
  });
});

describe('hostile texts', () => {
  test.each(hostileSeeds)('1 MB of %j takes less than 200 ms', (seed) => {
    const text = seed.repeat(Math.ceil(1_000_000 / seed.length));
    const begin = performance.now();
    expect(screen(text)).toMatchObject({
      allowed: false,
      findings: [{ reason: 'too-long', start: maximumLength }],
    });
    expect(performance.now() - begin).toBeLessThan(200);
  });

  test('a lone surrogate, a prototype name and control characters are ordinary characters', () => {
    expect(screen('\ud800 __proto__ constructor \u0000').findings).toEqual([]);
  });
});
