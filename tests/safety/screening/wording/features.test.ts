import { analyse } from '../../../../src/safety/screening/analysis';
import type { Finding } from '../../../../src/safety/screening/types';
import { conceptsOf } from '../../../../src/safety/screening/wording/concepts';
import { featuresOf } from '../../../../src/safety/screening/wording/features';
import { hashOf } from '../../../../src/safety/screening/wording/hash';
import { RuleFeatures } from '../../../../src/safety/screening/wording/rule-features';

function featuresIn(text: string, start = 0, found: readonly Finding[] = []): Set<number> {
  return featuresOf(analyse(text, ['ja', 'en']), { start, end: text.length }, new RuleFeatures(found));
}

const rule: Finding = {
  kind: 'messenger',
  start: 0,
  end: 3,
  confidence: 0.7,
  reason: 'messenger-invitation',
};

test('words of one concept read alike', () => {
  expect(conceptsOf('あぷりを通さず')).toBe(conceptsOf('さいとを通さず'));
  expect(conceptsOf('あぷりを通さず')).not.toBe(conceptsOf('ちようみを通さず'));
});

test('which digits there are makes no difference, that there are some does', () => {
  expect(featuresIn('3,000円です')).toEqual(featuresIn('4,980円です'));
  expect(featuresIn('3,000円です')).not.toEqual(featuresIn('円です'));
});

test('spaces, signs and width make no difference to runs of characters', () => {
  expect(featuresIn('ア・プ・リ')).toEqual(featuresIn('ｱﾌﾟﾘ'));
});

test('only the stretch is read', () => {
  const text = 'こんにちは。手数料なしで';
  expect(featuresIn(text, 6)).toEqual(featuresIn('手数料なしで'));
});

test('what is said around a concept reads alike whatever word stands for it', () => {
  const shared = (one: string, other: string) =>
    [...featuresIn(one)].filter((each) => featuresIn(other).has(each));
  const around = hashOf('c', `${conceptsOf('あぷり')}の話`);
  expect(shared('アプリの話', 'サイトの話')).toContain(around);
});

test('which of two concepts comes first makes a difference', () => {
  const [site, bank] = [conceptsOf('さいと'), conceptsOf('銀行')];
  expect(featuresIn('サイトと同じ銀行')).toContain(hashOf('o', site + bank));
  expect(featuresIn('銀行と同じサイト')).not.toContain(hashOf('o', site + bank));
});

test('English words count as a pair with others between', () => {
  expect(featuresIn('pay me outside')).toContain(hashOf('s', 'pay outside'));
});

test('what a rule found counts where it lies, the more the surer it is', () => {
  const with07 = featuresIn('こんにちは。元気', 0, [rule]);
  expect(with07).toContain(hashOf('r', 'messenger-invitation 0.7'));
  expect(with07).not.toContain(hashOf('r', 'messenger-invitation 0.8'));
  expect(featuresIn('こんにちは。元気', 6, [rule])).toEqual(featuresIn('こんにちは。元気', 6));
});

test('a feature of one kind is none of another', () => {
  expect(hashOf('g', 'app')).not.toBe(hashOf('w', 'app'));
});
