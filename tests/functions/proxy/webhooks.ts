import { handler as connect } from '../../../src/functions/connect';
import type { RealNumber } from '../../../src/masking/numbers';
import type { FunctionWorld } from '../support';

const form = { 'content-type': 'application/x-www-form-urlencoded' };

/** The event of a webhook, as Twilio sends it. */
export function webhook(params: object) {
  return { request: { headers: form, cookies: {} }, ...params };
}

export const callId = (index: number) => `KI${String(index).padStart(32, '0')}`;

/** Connects buyer and seller and answers what Twilio knows of their session. */
export async function openSession(world: FunctionWorld) {
  await world.call(connect, { headers: await world.ticket() });
  const { twilio, serviceSid } = world.simulator;
  const session = twilio.proxy.sessions.page(serviceSid, 1).records[0];
  const [caller] = session?.participants ?? [];
  if (session === undefined || caller === undefined) throw new Error('no session was opened');
  return {
    sid: session.sid,
    callerSid: caller.sid,
    from: caller.identifier as RealNumber,
    to: caller.proxyIdentifier,
  };
}

/** What Proxy asks before an interaction. */
export function interceptEvent(sid: string, changes: object = {}) {
  return webhook({
    interactionSessionSid: sid,
    interactionSid: callId(1),
    interactionType: 'Voice',
    interactionData: '',
    inboundResourceStatus: 'ringing',
    ...changes,
  });
}
