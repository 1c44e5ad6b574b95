import { quantile, rounded, summarize, timings } from '../../bench/statistics';

describe('summarize', () => {
  it('gives the middle and the slow end, whatever the order', () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(summarize(values)).toEqual({ median: 50, p95: 95, samples: 100 });
    expect(summarize([7])).toEqual({ median: 7, p95: 7, samples: 1 });
  });

  it('needs a measurement', () => {
    expect(() => quantile([], 0.5)).toThrow(RangeError);
  });
});

it('timings measures each run by itself, one after the other', async () => {
  const seen: number[] = [];
  const times = await timings(3, async (index) => {
    seen.push(index);
    await new Promise((resolve) => setTimeout(resolve, 20));
  });
  expect(seen).toEqual([0, 1, 2]);
  for (const time of times) expect(time).toBeGreaterThan(15);
});

it('rounded keeps so many digits', () => {
  expect([rounded(1.26), rounded(1.264, 2), rounded(12.6, 0)]).toEqual([1.3, 1.26, 13]);
});
