import { handler as callback } from '../../../src/functions/proxy/callback.protected';
import { handler as intercept } from '../../../src/functions/proxy/intercept.protected';
import { handler as outOfSession } from '../../../src/functions/proxy/out-of-session.protected';
import { handler as pin } from '../../../src/functions/proxy/pin.protected';
import { callId, interceptEvent, openSession } from '../../functions/proxy/webhooks';
import { type Play, type Repertoire, storePlays } from './play';

/** A webhook about the session that was just opened. */
const inSession: Play = async ({ world, send }) => {
  const { sid } = await openSession(world);
  const { request: _, ...params } = interceptEvent(sid);
  return send({ params });
};

const params = { interactionSid: callId(1), interactionSessionSid: `KC${'0'.repeat(32)}` };
const call = { CallSid: `CA${'1'.repeat(32)}`, From: '+818011112222', To: '+815031000000' };
const withStoreDown = storePlays['503 store_unavailable'] as Play;

export const interceptRepertoire: Repertoire = {
  handler: intercept,
  params,
  plays: { '200': inSession, '403': ({ send }) => send() },
};

export const callbackRepertoire: Repertoire = {
  handler: callback,
  params: { ...params, inboundResourceStatus: 'ringing' },
  plays: { '200': inSession, '503': withStoreDown },
};

export const outOfSessionRepertoire: Repertoire = {
  handler: outOfSession,
  params: call,
  plays: { '200': ({ send }) => send() },
};

export const pinRepertoire: Repertoire = {
  handler: pin,
  params: { ...call, attempt: '1', Digits: '123456' },
  plays: { '200': ({ send }) => send() },
};
