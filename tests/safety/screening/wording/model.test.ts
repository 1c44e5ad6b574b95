import {
  type Model,
  packLevels,
  scoreOf,
  shareOf,
  unpack,
} from '../../../../src/safety/screening/wording/model';

const levels = new Map(Array.from({ length: 500 }, (_, at) => [(at * 2_654_435_761) >>> 0, (at % 63) - 31]));

describe('packed weights', () => {
  const model = unpack({ bias: -1, scale: 3.1, table: packLevels(levels) });

  test('are what was packed', () => {
    for (const [feature, level] of levels)
      if (level !== 0) expect(model.weightOf(feature)).toBeCloseTo(level / 10, 10);
  });

  test('know nothing of other features, but for a rare mistake', () => {
    const others = Array.from({ length: 2000 }, (_, at) => (at * 40_503 + 7) >>> 0).filter(
      (each) => !levels.has(each),
    );
    expect(others.filter((each) => model.weightOf(each) !== 0).length).toBeLessThan(40);
  });
});

describe('a score', () => {
  const model: Model = { bias: -2, weightOf: (feature) => (feature === 7 ? 5 : 0) };

  test('is the bias where nothing is known', () => {
    expect(scoreOf(model, new Set([1, 2, 3]))).toBe(-2);
    expect(scoreOf(model, new Set())).toBe(-2);
  });

  test('counts a feature less the more others there are', () => {
    expect(scoreOf(model, new Set([7, 1, 2, 3]))).toBeCloseTo(-2 + 5 * shareOf(4));
    expect(shareOf(400)).toBeLessThan(shareOf(4));
  });
});
