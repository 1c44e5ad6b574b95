import { type Config, ConfigError, readConfig } from '../config';
import { deadlineIn } from '../masking/deadline';
import type { Deadline } from '../masking/ports';
import { type Failure, failure, success } from './answers';
import { failureOf } from './faults';
import { preferredLanguage } from './language';
import { readRequest } from './request';
import { type Answer, type Handler, toTwilioResponse } from './runtime';

const BUDGET_MS = 3_000;

/**
 * A Function for monitors, open to everybody: it names variables that are missing or wrong, and tells nothing else of them.
 * @param check asks the database once; how long that took is answered as `redisMs`
 */
export function healthFunction(
  check: (config: Config, deadline: Deadline) => Promise<{ poolSize: number }>,
): Handler {
  return async (context, event, callback) => {
    const { request } = readRequest(event);
    const language = preferredLanguage(request.headers['accept-language']);
    let answer: Answer;
    try {
      const config = readConfig(context);
      const startedMs = performance.now();
      const { poolSize } = await check(config, deadlineIn(BUDGET_MS));
      const redisMs = Math.round(performance.now() - startedMs);
      answer =
        poolSize > 0
          ? success({ poolSize, redisMs })
          : failure({ code: 'pool_exhausted', retryAfterSeconds: 60 }, language);
    } catch (error) {
      answer = failure(describe(error, request.id), language);
    }
    callback(null, toTwilioResponse(answer));
  };
}

function describe(error: unknown, requestId: string): Failure {
  const cause = failureOf(error, requestId);
  return error instanceof ConfigError ? { ...cause, variables: error.variables } : cause;
}
