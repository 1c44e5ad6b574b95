import type { InteractionReport } from '../../masking/ports';
import { isStatus } from '../dial-report';
import { sidOrNothing } from '../log';
import type { WebhookParams } from '../webhook-function';

/**
 * What a status callback says of a call, which the log knows by the caller's side. That the called phone's call is `completed` tells
 * nothing: a mailbox completes calls too. How that side ended is told by the <Dial>; of the caller's side only its end counts.
 * @see https://www.twilio.com/docs/voice/twiml/number#statuscallback
 */
export function readCallReport(params: WebhookParams): InteractionReport | undefined {
  const called = sidOrNothing(params.get('ParentCallSid'));
  const interactionId = called ?? sidOrNothing(params.get('CallSid'));
  const status = params.get('CallStatus');
  if (interactionId === undefined || !isStatus(status)) return undefined;
  if (called === undefined) return { interactionId, kind: 'voice', status: 'ended' };
  return status === 'completed' ? undefined : { interactionId, kind: 'voice', status };
}
