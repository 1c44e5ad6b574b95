import type { InteractionReport, InteractionStore, RecordOutcome } from '../../masking/ports';
import { isStatus, readDuration } from '../dial-report';
import { sidOrNothing } from '../log';
import type { WebhookCall, WebhookParams } from '../webhook-function';
import { warnsOfEnd } from './last-minute';

/** Writes down what a status callback says of a call, where it says anything. @throws DependencyError when the store cannot answer. */
export async function keepCallReport(
  { params, config, deadline }: WebhookCall,
  store: () => Pick<InteractionStore, 'record'>,
): Promise<RecordOutcome | undefined> {
  const report = readCallReport(params, warnsOfEnd(config));
  return report && store().record(report, deadline);
}

/**
 * What a status callback says of a call, which the log knows by the caller's side. That the called phone's call is `completed` tells
 * nothing: a mailbox completes calls too. How that side ended is told by the <Dial>; of the caller's side only its end counts.
 * Where calls are warned of their end, which takes the two out of the <Dial>, the end of the called phone's call counts as well.
 * @see https://www.twilio.com/docs/voice/twiml/number#statuscallback
 */
export function readCallReport(params: WebhookParams, isWarned: boolean): InteractionReport | undefined {
  const called = sidOrNothing(params.get('ParentCallSid'));
  const interactionId = called ?? sidOrNothing(params.get('CallSid'));
  const status = params.get('CallStatus');
  if (interactionId === undefined || !isStatus(status)) return undefined;
  if (called === undefined) return { interactionId, kind: 'voice', status: 'ended' };
  if (status !== 'completed') return { interactionId, kind: 'voice', status };
  if (!isWarned) return undefined;
  return {
    interactionId,
    kind: 'voice',
    status,
    teller: 'callee',
    ...readDuration(params.get('CallDuration')),
  };
}
