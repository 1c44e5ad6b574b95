import { handler as callback } from '../../../src/functions/proxy/callback.protected';
import { handler as intercept } from '../../../src/functions/proxy/intercept.protected';
import { handler as outOfSession } from '../../../src/functions/proxy/out-of-session.protected';
import { handler as pin } from '../../../src/functions/proxy/pin.protected';
import { callId, interceptEvent, openSession } from '../../functions/proxy/webhooks';
import type { Play, Repertoire } from './play';
import { notKept, strangersCall, twimlWebhook } from './twilio';

/** A webhook about the session that was just opened. */
const inSession: Play = async ({ world, send }) => {
  const { sid } = await openSession(world);
  const { request: _, ...params } = interceptEvent(sid);
  return send({ params });
};

const params = {
  interactionSid: callId(1),
  interactionSessionSid: `KC${'0'.repeat(32)}`,
  inboundResourceStatus: 'ringing',
};

/** The webhooks of Twilio Proxy, by `operationId`. */
export const proxyRepertoires: Readonly<Record<string, Repertoire>> = {
  proxyIntercept: { handler: intercept, params, plays: { '200': inSession, '403': ({ send }) => send() } },
  proxyCallback: { handler: callback, params, plays: { '200': inSession, '503': notKept } },
  proxyOutOfSession: twimlWebhook(outOfSession, strangersCall),
  proxyPin: twimlWebhook(pin, { ...strangersCall, attempt: '1', Digits: '123456' }),
};
