import { ConfigError } from '../config';
import { DependencyError } from '../masking/errors';
import type { Failure } from './answers';
import { describeError, log } from './log';
import { RequestError } from './request-error';

/** Seconds after which a client may try again when a dependency is down. */
const RETRY_SECONDS = 5;

/** The one place that turns an exception into an error answer; everything unexpected is logged here. */
export function failureOf(error: unknown, requestId: string): Failure {
  if (error instanceof RequestError) return error.failure;
  if (error instanceof ConfigError) {
    log({ event: 'misconfigured', level: 'error', requestId, variables: error.variables });
    return { code: 'misconfigured' };
  }
  if (error instanceof DependencyError) {
    const code = `${error.dependency}_unavailable` as const;
    log({ event: 'dependency_failed', level: 'error', requestId, code, reason: error.reason });
    return { code, retryAfterSeconds: RETRY_SECONDS };
  }
  log({ event: 'internal_error', level: 'error', requestId, reason: describeError(error) });
  return { code: 'internal_error' };
}
