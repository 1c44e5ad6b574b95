import type { Config } from '../../config';
import type { InteractionReport, InteractionStore, RecordOutcome } from '../../masking/ports';
import { keep, readDialReport, wasReached } from '../dial-report';
import { noticeAnswer } from '../notices';
import type { Answer } from '../runtime';
import type { WebhookCall } from '../webhook-function';
import { afterLastMinute, followPartner, ROOM_ENDS } from './last-minute';
import { callEnded, lastWords } from './last-words';
import { takeMessage } from './take-message';

const SECONDS_PER_MINUTE = 60;

/** Writes down how the call to the partner ended, and tells a caller who is still on the line why it did. */
export async function afterDial(call: WebhookCall, store: Pick<InteractionStore, 'record'>): Promise<Answer> {
  const { params, config } = call;
  if (params.get(ROOM_ENDS) !== '') return afterLastMinute(call);
  const report = readDialReport(params);
  if (report === undefined) return noticeAnswer('unknown', 'voice', config);
  const outcome = await keep({ ...report, teller: 'dial' }, call, store);
  if (outcome.kind === 'moved') return followPartner(call, outcome.answeredAtMs);
  if (hasReachedLimit(report, config)) return lastWords('limitReached', config);
  return wasReached(report) ? callEnded(report, config) : unanswered(outcome.kind, call);
}

/** A message reaches the partner: it is taken only where nobody has blocked anybody, also since the call began. */
function unanswered(outcome: RecordOutcome['kind'] | 'unknown', call: WebhookCall): Answer {
  const { config } = call;
  if (outcome === 'blocked') return noticeAnswer('ended', 'voice', config);
  const takesMessage = outcome === 'kept' && config.VOICEMAIL_SECONDS > 0;
  return takesMessage ? takeMessage(call) : lastWords('notReached', config);
}

function hasReachedLimit(report: InteractionReport, { CALL_LIMIT_MINUTES }: Config): boolean {
  return wasReached(report) && (report.durationSeconds ?? 0) >= CALL_LIMIT_MINUTES * SECONDS_PER_MINUTE;
}
