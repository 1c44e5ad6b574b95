import {
  lengthClasses,
  type Model,
  packLevels,
  scoreOf,
  shareOf,
  unpack,
} from '../../../../src/safety/screening/wording/model';

const levels = new Map(Array.from({ length: 500 }, (_, at) => [(at * 2_654_435_761) >>> 0, (at % 15) - 7]));

describe('packed weights', () => {
  const model = unpack({ biases: [-1], scale: 0.7, ...packLevels(levels) });

  test('are what was packed', () => {
    for (const [feature, level] of levels)
      if (level !== 0) expect(model.weightOf(feature)).toBeCloseTo(level / 10, 10);
  });

  test('know nothing of other features, but for a rare mistake', () => {
    const others = Array.from({ length: 2000 }, (_, at) => (at * 40_503 + 7) >>> 0).filter(
      (each) => !levels.has(each),
    );
    expect(others.filter((each) => model.weightOf(each) !== 0).length).toBeLessThan(10);
  });
});

describe('a score', () => {
  const model: Model = {
    biases: Array(lengthClasses).fill(-2),
    weightOf: (feature) => (feature === 7 ? 5 : 0),
  };

  test('is the bias where nothing is known', () => {
    expect(scoreOf(model, new Set([1, 2, 3]), 3)).toBe(-2);
    expect(scoreOf(model, new Set(), 0)).toBe(-2);
  });

  test('begins higher or lower by the length of the stretch', () => {
    const byLength: Model = {
      biases: Array.from({ length: lengthClasses }, (_, at) => -at),
      weightOf: () => 0,
    };
    expect(scoreOf(byLength, new Set(), 11)).toBe(0);
    expect(scoreOf(byLength, new Set(), 12)).toBe(-1);
    expect(scoreOf(byLength, new Set(), 5000)).toBe(1 - lengthClasses);
  });

  test('counts a feature less the more others there are', () => {
    expect(scoreOf(model, new Set([7, 1, 2, 3]), 4)).toBeCloseTo(-2 + 5 * shareOf(4));
    expect(shareOf(400)).toBeLessThan(shareOf(4));
  });
});
