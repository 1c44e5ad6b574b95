export type Dependency = 'store' | 'switchboard';

/**
 * A dependency did not answer, or not as agreed. Its message names no number, key or argument; the vendor's own error, whose
 * text may hold all of these, is deliberately not kept.
 */
export class DependencyError extends Error {
  readonly code = 'dependency_unavailable';
  override readonly name = 'DependencyError';

  constructor(
    readonly dependency: Dependency,
    /** What went wrong, in words that are safe to log, such as `timeout` or `answered 503`. */
    readonly reason: string,
  ) {
    super(`${dependency}: ${reason}`);
  }
}
