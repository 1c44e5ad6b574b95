import { readConfig } from '../../../src/config';
import { handler as callback } from '../../../src/functions/proxy/callback.protected';
import { useFunctionWorld } from '../support';
import { callId, interceptEvent, openSession } from './webhooks';

const world = useFunctionWorld();

/** The entry of the call log, straight from Redis. */
async function entry(): Promise<Record<string, string>> {
  const { KEY_PREFIX } = readConfig(world().context());
  const { upstashUrl, upstashToken } = world().simulator;
  const answer = await fetch(upstashUrl, {
    method: 'POST',
    headers: { authorization: `Bearer ${upstashToken}` },
    body: JSON.stringify(['hgetall', `${KEY_PREFIX}call:${callId(1)}`]),
  });
  const { result } = (await answer.json()) as { result: string[] };
  return Object.fromEntries(
    result.flatMap((name, index) => (index % 2 ? [] : [[name, result[index + 1] ?? '']])),
  );
}

describe('/proxy/callback', () => {
  it('keeps who called, how it ended and how long it took', async () => {
    const { sid, callerSid } = await openSession(world());
    const report = (changes: object) =>
      world().call(callback, {
        event: interceptEvent(sid, { inboundParticipantSid: callerSid, ...changes }),
      });
    await report({ inboundResourceStatus: 'in-progress', outboundResourceStatus: 'initiated' });
    const last = await report({
      inboundResourceStatus: 'in-progress',
      outboundResourceStatus: 'completed',
      interactionData: '{"duration":"42"}',
    });
    expect(last).toMatchObject({ status: 200, text: '' });
    expect(await entry()).toMatchObject({
      ua: 'buyer-1',
      ub: 'seller-1',
      ty: 'voice',
      st: 'completed',
      du: '42',
      by: callerSid,
    });
  });

  it('does not keep the text of a message', async () => {
    const { sid } = await openSession(world());
    const interactionData = '{"body":"call 090-1234-5678"}';
    await world().call(callback, {
      event: interceptEvent(sid, { interactionType: 'Message', interactionData }),
    });
    expect(JSON.stringify(await entry())).not.toContain('1234');
  });

  it('takes a report that says nothing for granted', async () => {
    const answer = await world().call(callback, { event: interceptEvent('') });
    expect(answer).toMatchObject({ status: 200, text: '' });
  });

  it('says that it could not keep a report when Redis is down', async () => {
    const { sid } = await openSession(world());
    world().simulator.upstash.faults.add({ effect: 'error', status: 500 });
    expect(await world().call(callback, { event: interceptEvent(sid) })).toMatchObject({ status: 503 });
  });
});
