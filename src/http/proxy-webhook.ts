import type { InterceptOutcome } from '../masking/intercept';
import type { Interaction, InteractionQuestion, InteractionReport } from '../masking/ports';
import type { SwitchboardSid } from '../masking/session';
import { log, sidOrNothing } from './log';
import type { Answer } from './runtime';
import type { WebhookParams } from './webhook-function';

/** Lets the interaction through. @see https://www.twilio.com/docs/proxy/api/webhooks#interceptcallbackurl */
export const PASS: Answer = { status: 200, headers: { 'Content-Type': 'text/plain' }, body: '' };
/** The only status that stops an interaction; anything else, also an error, lets it through. */
export const STOP: Answer = { ...PASS, status: 403 };

/** The interaction that a Proxy webhook is about; undefined when it names none. */
export function readInteraction(params: WebhookParams): Interaction | undefined {
  const sid = sidOrNothing(params.get('interactionSessionSid'));
  const interactionId = sidOrNothing(params.get('interactionSid'));
  if (sid === undefined || interactionId === undefined) return undefined;
  const kind = params.get('interactionType').toLowerCase() === 'message' ? 'message' : 'voice';
  return { sid: sid as SwitchboardSid, interactionId, kind };
}

/** The same, with the participant who calls or writes: what is asked before it goes through. */
export function readQuestion(params: WebhookParams): InteractionQuestion | undefined {
  const interaction = readInteraction(params);
  const senderSid = sidOrNothing(params.get('inboundParticipantSid'));
  return interaction && { ...interaction, ...(senderSid === undefined ? {} : { senderSid }) };
}

/**
 * The words of a text, from `interactionData`; undefined for a call, and where they cannot be read. With a picture they cannot: nobody can tell
 * what is on it. That requests name their media is not documented, and was seen.
 */
export function readText(params: WebhookParams): string | undefined {
  if (Number(params.get('interactionNumMedia')) > 0) return undefined;
  try {
    const data: unknown = JSON.parse(params.get('interactionData'));
    const body = typeof data === 'object' && data !== null && 'body' in data ? data.body : undefined;
    return typeof body === 'string' ? body : undefined;
  } catch {
    return undefined;
  }
}

/** The status report that a CallbackUrl request brings; the outbound side, where there is one, tells how it ended. */
export function readReport(params: WebhookParams): InteractionReport | undefined {
  const interaction = readInteraction(params);
  const status = params.get('outboundResourceStatus') || inboundStatus(params);
  if (interaction === undefined || !/^[a-z-]{1,20}$/.test(status)) return undefined;
  const initiatorSid = sidOrNothing(params.get('inboundParticipantSid'));
  const durationSeconds = readDuration(params.get('interactionData'));
  return {
    ...interaction,
    status,
    ...(initiatorSid === undefined ? {} : { initiatorSid }),
    ...(durationSeconds === undefined ? {} : { durationSeconds }),
  };
}

/** Proxy takes a call before the partner does: without an outbound side nobody has answered yet. */
function inboundStatus(params: WebhookParams): string {
  const status = params.get('inboundResourceStatus');
  return status === 'in-progress' ? 'initiated' : status;
}

/** A call's `interactionData` is `{"duration":"12"}`, in seconds; a text's holds its body, which is not touched. */
function readDuration(data: string): number | undefined {
  const duration = /^\{"duration":\s*"?(\d{1,6})"?\}$/.exec(data)?.[1];
  return duration === undefined ? undefined : Number(duration);
}

/** Notes who was let through or stopped and why, without any word of a text. */
export function logInterception(
  { pass, reason }: InterceptOutcome,
  interaction: Interaction,
  requestId: string,
): void {
  log({
    event: pass ? 'passed' : 'blocked',
    requestId,
    sessionSid: interaction.sid,
    interactionSid: interaction.interactionId,
    ...(reason === undefined ? {} : { reason }),
  });
}
