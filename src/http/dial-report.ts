import { DependencyError } from '../masking/errors';
import type { InteractionReport, InteractionStore, RecordOutcome } from '../masking/ports';
import { failureOf } from './faults';
import { sidOrNothing } from './log';
import type { WebhookCall, WebhookParams } from './webhook-function';

/**
 * How the <Dial> to the partner ended; undefined where the request is of something else. Who answered without being connected, such as a
 * mailbox that pressed no key, did not answer.
 * @see https://www.twilio.com/docs/voice/twiml/dial#action
 */
export function readDialReport(params: WebhookParams): InteractionReport | undefined {
  const status = params.get('DialCallStatus');
  const interactionId = sidOrNothing(params.get('CallSid'));
  if (interactionId === undefined || !isStatus(status)) return undefined;
  if (params.get('DialBridged') === 'false' && status === 'completed')
    return { interactionId, kind: 'voice', status: 'no-answer' };
  return { interactionId, kind: 'voice', status, ...readDuration(params.get('DialCallDuration')) };
}

/** Whether this is how Twilio writes the status of a call or text. */
export function isStatus(text: string): boolean {
  return /^[a-z-]{1,20}$/.test(text);
}

/** Seconds, where the text says so. */
export function readDuration(text: string): { durationSeconds?: number } {
  const seconds = /^\d{1,6}$/.exec(text)?.[0];
  return seconds === undefined ? {} : { durationSeconds: Number(seconds) };
}

/** Whether a partner was on the line. */
export function wasReached({ status }: InteractionReport): boolean {
  return status === 'completed' || status === 'answered';
}

/** A call log that cannot be written is no matter of the caller's; whether something may follow from the call is unknown then. */
export async function keep(
  report: InteractionReport,
  { deadline, requestId }: Pick<WebhookCall, 'deadline' | 'requestId'>,
  store: Pick<InteractionStore, 'record'>,
): Promise<RecordOutcome | { readonly kind: 'unknown' }> {
  try {
    return await store.record(report, deadline);
  } catch (error) {
    if (!(error instanceof DependencyError)) throw error;
    failureOf(error, requestId);
    return { kind: 'unknown' };
  }
}
