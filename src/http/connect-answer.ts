import type { ConnectOutcome } from '../masking/connect';
import { type Failure, failure, success } from './answers';
import type { ClientCall } from './client-function';
import { log } from './log';
import type { Answer } from './runtime';

const IN_PROGRESS_RETRY_SECONDS = 1;

/** What a connect came to, as HTTP. */
export function connectAnswer(outcome: ConnectOutcome, { language, requestId }: ClientCall): Answer {
  if (outcome.kind === 'connected') {
    const { tel, expiresAtMs, pin } = outcome;
    log({ event: 'connected', requestId });
    return success({ tel, expiresAt: new Date(expiresAtMs).toISOString(), pin });
  }
  const cause = failureOf(outcome);
  const reason = outcome.kind === 'switchboard_refused' ? { reason: outcome.reason } : {};
  log({
    event: outcome.kind === 'ceiling_reached' ? 'ceiling_reached' : 'not_connected',
    level: 'warn',
    requestId,
    code: cause.code,
    ...reason,
  });
  return failure(cause, language);
}

function failureOf(outcome: Exclude<ConnectOutcome, { kind: 'connected' }>): Failure {
  switch (outcome.kind) {
    case 'same_user':
    case 'same_number':
    case 'superseded':
      return { code: outcome.kind };
    case 'blocked':
      return { code: 'peer_blocked' };
    case 'unreachable_number':
      return { code: 'number_unreachable' };
    case 'in_progress':
      return { code: 'in_progress', retryAfterSeconds: IN_PROGRESS_RETRY_SECONDS };
    case 'switchboard_refused':
      return { code: 'switchboard_unavailable' };
    case 'ceiling_reached':
      return { code: 'service_ceiling_reached', retryAfterSeconds: outcome.retryAfterSeconds };
    case 'paused':
      return { code: 'user_paused', retryAfterSeconds: outcome.retryAfterSeconds };
    case 'pool_exhausted':
    case 'quota_exceeded':
    case 'switchboard_unavailable':
      return { code: outcome.kind, retryAfterSeconds: outcome.retryAfterSeconds };
  }
}
