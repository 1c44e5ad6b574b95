/** How many checks ended which way. */
export interface Count {
  passed: number;
  failed: number;
}

/** The part of jest's JSON report that is counted. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  /** Test files that could not even be run. */
  numRuntimeErrorTestSuites: number;
}

/**
 * Counts a run of jest. A run that failed without a failed test, or left no report, counts as one failure.
 * @param report text of jest's JSON report
 * @param done whether jest ended well
 */
export function countOf(report: string | undefined, done: boolean): Count {
  if (report === undefined) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites }: Report = JSON.parse(report);
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  return { passed: numPassedTests, failed: failed === 0 && !done ? 1 : failed };
}

export function add(a: Count, b: Count): Count {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed };
}
