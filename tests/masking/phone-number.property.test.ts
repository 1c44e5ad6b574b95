import fc from 'fast-check';
import type { Country } from '../../src/masking/numbers';
import { parseSubscriberNumber } from '../../src/masking/phone-number';

const JP = 'JP' as Country;
const japan = { defaultCountry: JP, allowedCountries: [JP] };
const several = { defaultCountry: JP, allowedCountries: ['JP', 'US', 'GB', 'DE'] as Country[] };

/** Significant digits of Japanese subscribers: mobile, IP phone and the landlines of Tokyo and Osaka. */
const subscriber = fc.oneof(
  fc.stringMatching(/^[789]0[1-9][0-9]{7}$/),
  fc.stringMatching(/^50[1-8][0-9]{7}$/),
  fc.stringMatching(/^[36][3-6][0-9]{7}$/),
);
const prefix = fc.constantFrom(
  '0',
  '+81',
  '+81 ',
  '+81(0)',
  '＋81-',
  '+81-0',
  '0081',
  '0081 0',
  '010 81 ',
  '010810',
);
const separator = fc.constantFrom('', '-', ' ', '\u3000', 'ー', '－', '.', ')', ' (', '〜');

/** The digits in three groups; each digit may be full-width. */
const spelling = fc
  .tuple(subscriber, prefix, separator, separator, fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }))
  .map(([digits, before, first, second, wide]) => {
    const written = [...digits].map((digit, index) => (wide[index] ? toFullWidth(digit) : digit));
    const groups = [written.slice(0, 2), written.slice(2, -4), written.slice(-4)].map((part) =>
      part.join(''),
    );
    return { digits, text: `${before}${groups[0]}${first}${groups[1]}${second}${groups[2]}` };
  });

function toFullWidth(digit: string): string {
  return String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0);
}

describe('any input', () => {
  it('gives one E.164 form for every spelling of a subscriber', () => {
    fc.assert(
      fc.property(spelling, ({ digits, text }) => {
        expect(parseSubscriberNumber(text, japan)).toEqual({
          ok: true,
          number: `+81${digits}`,
          country: 'JP',
        });
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same number again when its result is read once more', () => {
    fc.assert(
      fc.property(spelling, ({ text }) => {
        const first = parseSubscriberNumber(text, japan);
        expect(first.ok && parseSubscriberNumber(first.number, japan)).toEqual(first);
      }),
    );
  });

  it('never throws, and what it accepts is in E.164 form', () => {
    const digitsAndSigns = fc.string({
      unit: fc.constantFrom(...'0123456789+-()[] ./０ー＋#*,;x'),
      maxLength: 45,
    });
    fc.assert(
      fc.property(fc.oneof(digitsAndSigns, fc.string({ unit: 'binary', maxLength: 60 })), (text) => {
        const result = parseSubscriberNumber(text, several);
        expect(result.ok ? result.number : '+10000000').toMatch(/^\+[1-9]\d{6,14}$/);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is read in a moment, however hostile', () => {
    const shapes = ['0', '+', '(', ' ', '-', '\u3000', '(0', '+81 ', '\ufdfa', '010', '0'.repeat(39)];
    const hostile = shapes.flatMap((shape) => [shape.repeat(40), shape.repeat(50_000)]);
    const start = performance.now();
    for (const text of hostile) parseSubscriberNumber(text, japan);
    expect((performance.now() - start) / hostile.length).toBeLessThan(10);
  });
});
