import type { IncomingInteraction, InteractionKind } from '../masking/ports';
import { log, sidOrNothing } from './log';
import { readParties } from './parties';
import type { WebhookParams } from './webhook-function';

const SID_PARAMETERS: Readonly<Record<InteractionKind, string>> = {
  voice: 'CallSid',
  message: 'MessageSid',
};

/** The call or text that came to a number of ours; undefined where the request names none. */
export function readIncoming(params: WebhookParams, kind: InteractionKind): IncomingInteraction | undefined {
  const parties = readParties(params);
  const interactionId = sidOrNothing(params.get(SID_PARAMETERS[kind]));
  if (parties === undefined || interactionId === undefined) return undefined;
  return { ...parties, interactionId, kind };
}

/**
 * The ordinary voice or SMS parameters of a call or text outside any session of Twilio Proxy. The real numbers of a former session, which
 * Proxy adds, are not read at all.
 * @see https://www.twilio.com/docs/proxy/api/webhooks#outofsessioncallbackurl
 */
export function readOutOfSession(params: WebhookParams): IncomingInteraction | undefined {
  return readIncoming(params, params.get('CallSid') === '' ? 'message' : 'voice');
}

/** Notes what became of it, without a number and without a word of a text. */
export function logOutcome(
  outcome: { readonly kind: string; readonly reason?: string },
  { interactionId }: IncomingInteraction,
  requestId: string,
): void {
  const about = { requestId, resourceSid: interactionId };
  if (outcome.kind === 'joined') log({ event: 'routed', ...about });
  else log({ event: 'not_routed', ...about, reason: outcome.reason ?? outcome.kind });
}
