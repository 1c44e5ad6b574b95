import type { InteractionKind } from '../masking/ports';
import type { IncomingInteraction } from '../masking/routing';
import { log, sidOrNothing } from './log';
import { readParties } from './out-of-session';
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
