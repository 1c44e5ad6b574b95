/** The middle and the slow end of some measurements, in their own unit. */
export interface Summary {
  median: number;
  p95: number;
  samples: number;
}

/** @throws RangeError for no measurements */
export function summarize(values: readonly number[]): Summary {
  return { median: median(values), p95: quantile(values, 0.95), samples: values.length };
}

/** The smallest value that at least the share `q` of all does not exceed. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('no measurements');
  return value;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Runs `action` n times in sequence and returns the wall-clock milliseconds of each. */
export async function timings(n: number, action: (index: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < n; index += 1) {
    const start = performance.now();
    await action(index);
    times.push(performance.now() - start);
  }
  return times;
}

export function rounded(value: number, digits = 1): number {
  return Number(value.toFixed(digits));
}
