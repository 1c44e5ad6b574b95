import { add, countOf } from '../../../scripts/test/count';

const report = (passed: number, failed: number, broken: number) =>
  JSON.stringify({ numPassedTests: passed, numFailedTests: failed, numRuntimeErrorTestSuites: broken });

describe('countOf', () => {
  it('counts tests, and files that could not be run as failures', () => {
    expect(countOf(report(5, 2, 1), false)).toEqual({ passed: 5, failed: 3 });
  });

  it('counts a good run', () => {
    expect(countOf(report(5, 0, 0), true)).toEqual({ passed: 5, failed: 0 });
  });

  it('never takes a failed run for a good one', () => {
    expect(countOf(report(5, 0, 0), false)).toEqual({ passed: 5, failed: 1 });
    expect(countOf(undefined, false)).toEqual({ passed: 0, failed: 1 });
  });
});

describe('add', () => {
  it('adds both sides', () => {
    expect(add({ passed: 1, failed: 2 }, { passed: 3, failed: 4 })).toEqual({ passed: 4, failed: 6 });
  });
});
