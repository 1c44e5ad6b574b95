import { preferredLanguage } from '../../src/http/language';

describe('the language of an answer', () => {
  it.each([
    [undefined, 'ja'],
    ['', 'ja'],
    ['ja', 'ja'],
    ['en', 'en'],
    ['en-US', 'en'],
    ['EN-gb', 'en'],
    ['ja-JP, en;q=0.9', 'ja'],
    ['en;q=0.8, ja;q=0.9', 'ja'],
    ['ja;q=0.1, en;q=0.2', 'en'],
    ['en, ja', 'en'],
    ['fr, en;q=0.5', 'en'],
    ['fr, de;q=0.5', 'ja'],
    ['*', 'ja'],
    ['en;q=0', 'ja'],
    ['en;q=oops', 'ja'],
    ['en ; q=0.4 , ja ; q=0.3', 'en'],
    ['english', 'ja'],
    [`${'x,'.repeat(200)}en`, 'ja'],
  ])('for Accept-Language %j is %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });
});
