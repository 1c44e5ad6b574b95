import type { Finding } from '../../../../src/safety/screening/types';
import { hashOf } from '../../../../src/safety/screening/wording/hash';
import { RuleFeatures } from '../../../../src/safety/screening/wording/rule-features';

function found(start: number, end: number, confidence = 0.5): Finding {
  return { kind: 'url', start, end, confidence, reason: 'url' };
}

test('a finding counts in every stretch that it overlaps, and in no other', () => {
  const rules = new RuleFeatures([found(30, 40), found(10, 20), found(15, 25)]);
  const stretches = [
    [0, 10, 0],
    [0, 11, 6],
    [24, 26, 6],
    [25, 30, 0],
    [39, 90, 6],
    [40, 90, 0],
  ] as const;
  for (const [start, end, features] of stretches)
    expect({ start, end, features: rules.within({ start, end }).length }).toEqual({ start, end, features });
});

test('a surer finding has the features of less sure ones as well', () => {
  const [weak, sure] = [0.55, 0.75].map((confidence) =>
    new RuleFeatures([found(0, 9, confidence)]).within({ start: 0, end: 9 }),
  );
  expect(sure).toEqual(expect.arrayContaining(weak ?? []));
  expect(sure).toContain(hashOf('r', 'url 0.7'));
  expect(sure).not.toContain(hashOf('r', 'url 0.8'));
});

test('a finding too weak to be told says nothing', () => {
  expect(new RuleFeatures([found(0, 9, 0.2)]).within({ start: 0, end: 9 })).toEqual([]);
});
