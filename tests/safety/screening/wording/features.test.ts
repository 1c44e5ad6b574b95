import { analyse } from '../../../../src/safety/screening/analysis';
import { conceptsOf } from '../../../../src/safety/screening/wording/concepts';
import { featuresOf, hashOf } from '../../../../src/safety/screening/wording/features';

function featuresIn(text: string, start = 0, end = text.length): Set<number> {
  return featuresOf(analyse(text, ['ja', 'en']), { start, end });
}

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

test('a feature of one kind is none of another', () => {
  expect(hashOf('g', 'app')).not.toBe(hashOf('w', 'app'));
});
