import { explain, screen } from '../../../../src/safety/screening';
import { analyse } from '../../../../src/safety/screening/analysis';
import type { Finding } from '../../../../src/safety/screening/types';
import { hashOf } from '../../../../src/safety/screening/wording/hash';
import { lengthClasses, type Model } from '../../../../src/safety/screening/wording/model';
import { weighWording } from '../../../../src/safety/screening/wording/wording';

/** Knows that "secretly" is bad and says nothing of anything else. */
const model: Model = {
  biases: Array(lengthClasses).fill(-1),
  weightOf: (feature) => (feature === hashOf('w', 'secretly') ? 20 : 0),
};
const ordinary: Model = { biases: Array(lengthClasses).fill(-9), weightOf: () => 0 };

const rule: Finding = {
  kind: 'messenger',
  start: 0,
  end: 4,
  confidence: 0.6,
  reason: 'messenger-invitation',
};

function weigh(text: string, talk: readonly Finding[], by: Model): Finding[] {
  return weighWording(analyse(text, ['en']), { sure: [], talk }, by);
}

describe('what a rule found', () => {
  test('is taken back where the wording is that of ordinary talk', () => {
    const [finding] = weigh('line is what they call it', [rule], ordinary);
    expect(finding?.confidence).toBeLessThan(0.5);
  });

  test('stays where the wording supports it', () => {
    expect(weigh('line, secretly', [rule], model)).toEqual([rule]);
  });
});

describe('what no rule found', () => {
  test('is found by its wording, in the sentence that says it', () => {
    expect(weigh('Nice bike. Sell it secretly? Thank you', [], model)).toMatchObject([
      { reason: 'wording', start: 10, end: 28 },
    ]);
  });

  test('is found behind much ordinary talk as well', () => {
    const text = `${'The bike is red and has a bell. '.repeat(30)}Sell it secretly`;
    const findings = weigh(text, [], model).filter(({ confidence }) => confidence >= 0.5);
    expect(findings.map(({ start, end }) => text.slice(start, end).trim())).toContain('Sell it secretly');
  });

  test('is not looked for in a language that nobody asked for', () => {
    expect(weighWording(analyse('Sell it secretly', ['ja']), { sure: [], talk: [] }, model)).toEqual([]);
  });

  test('needs more than a few letters', () => {
    expect(screen('次は一二三四').allowed).toBe(true);
  });
});

test.each([
  '二人だけで、手数料なしで、会って現金でいかがですか',
  '購入ボタンは押さずに、お代は会ったときに手渡しで',
  'Skip the checkout and hand me the cash on Saturday',
])('a proposal is found however it is worded: %s', (text) => {
  expect(screen(text).allowed).toBe(false);
});

test.each(['安くしてくれたら即購入します', '現金は使いません、アプリで払います', '直接見てから決めたいです'])(
  'words that say a little are no proposal alone: %s',
  (text) => {
    expect(screen(text).allowed).toBe(true);
  },
);

test('people are told what a text reads like', () => {
  expect(explain({ kind: 'direct-dealing', reason: 'wording' }, 'en')).toContain('outside the marketplace');
  expect(explain({ kind: 'email', reason: 'wording' }, 'ja')).toContain('メールアドレス');
});
