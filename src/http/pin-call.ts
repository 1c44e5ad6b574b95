import { DependencyError } from '../masking/errors';
import { joinByPin, type PinStore } from '../masking/pin';
import type { InteractionReport, InteractionStore } from '../masking/ports';
import { failureOf } from './faults';
import { log } from './log';
import { noticeAnswer } from './notices';
import { afterDial, pinAnswer } from './pin-answers';
import { readDialReport, readPinEntry } from './pin-webhook';
import type { Answer } from './runtime';
import type { WebhookCall } from './webhook-function';

type Store = PinStore & Pick<InteractionStore, 'record'>;

/** Twilio asks twice in a call that a PIN joins: with the keys that were pressed, and when the partner's phone is put down. */
export function answerPin(call: WebhookCall, store: Store): Promise<Answer> {
  const ended = readDialReport(call.params);
  return ended === undefined ? join(call, store) : finish(ended, call, store);
}

async function join({ params, config, deadline, requestId }: WebhookCall, store: Store): Promise<Answer> {
  const entry = readPinEntry(params);
  if (entry === undefined) return noticeAnswer('unknown', 'voice', config);
  const outcome = await joinByPin(entry, { store, deadline });
  const about = { requestId, resourceSid: entry.callSid };
  if (outcome.kind === 'joined') log({ event: 'pin_joined', ...about });
  else log({ event: 'pin_refused', level: 'warn', ...about, reason: outcome.reason });
  return pinAnswer(outcome, config);
}

/** A call log that cannot be written is no matter of the caller's, whose call went well. */
async function finish(
  report: InteractionReport,
  { config, deadline, requestId }: WebhookCall,
  store: Store,
): Promise<Answer> {
  try {
    await store.record(report, deadline);
  } catch (error) {
    if (!(error instanceof DependencyError)) throw error;
    failureOf(error, requestId);
  }
  return afterDial(report.status, config);
}
