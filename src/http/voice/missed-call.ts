import type { CallLog, TextSender } from '../../masking/call-log';
import { tellOfMissedCall } from '../../masking/missed-call';
import { isE164, type ProxyNumber, type RealNumber } from '../../masking/numbers';
import { log, sidOrNothing } from '../log';
import { missedCallText } from '../texts/words';
import type { WebhookCall, WebhookParams } from '../webhook-function';

/** A call that was declined, not answered, or given up while it rang. */
const MISSED = ['no-answer', 'busy', 'canceled'];

/**
 * Texts whom a call was for that nobody took, where that is on. Nobody waits for it: it answers a report of the called phone.
 * @throws DependencyError when the store cannot answer, so that Twilio may report again.
 */
export async function noticeMissedCall(
  { params, config, deadline, requestId }: WebhookCall,
  tools: () => { log: CallLog; sender: TextSender },
): Promise<void> {
  const missed = config.MISSED_CALL_SMS ? readMissedCall(params) : undefined;
  if (missed === undefined) return;
  const body = missedCallText(config);
  const result = await tellOfMissedCall({ ...missed, requestId, body }, { ...tools(), deadline });
  const level = result === 'refused' || result === 'unavailable' ? 'warn' : 'info';
  log({ event: 'missed_call', level, requestId, resourceSid: missed.interactionId, reason: result });
}

function readMissedCall(params: WebhookParams) {
  const interactionId = sidOrNothing(params.get('ParentCallSid'));
  const [from, to] = [params.get('From'), params.get('To')];
  if (interactionId === undefined || !MISSED.includes(params.get('CallStatus'))) return undefined;
  if (!isE164(from) || !isE164(to)) return undefined;
  return { interactionId, from: from as ProxyNumber, to: to as RealNumber };
}
