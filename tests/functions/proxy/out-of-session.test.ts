import { handler as cleanup } from '../../../src/functions/cleanup';
import { handler as outOfSession } from '../../../src/functions/proxy/out-of-session.protected';
import { handler as sessions } from '../../../src/functions/sessions';
import { buyer, useFunctionWorld } from '../support';
import { openSession, webhook } from './webhooks';

const world = useFunctionWorld();
const CallSid = `CA${'0'.repeat(32)}`;
const MessageSid = `SM${'0'.repeat(32)}`;
const ENDED = 'お取引相手との通話の受付は終了しました。';
const UNKNOWN = 'この番号は、現在おつなぎできません。';

const ring = (params: object, settings = {}) =>
  world().call(outOfSession, { event: webhook(params), settings });
const byKey = (handler: typeof cleanup) =>
  world().call(handler, { headers: world().apiKey(), params: { userId: buyer.id } });

describe('/proxy/out-of-session', () => {
  it('tells a caller whose session has ended that it has', async () => {
    const { from: From, to: To } = await openSession(world());
    await byKey(cleanup);
    const { status, headers, text } = await ring({ CallSid, From, To });
    expect(status).toBe(200);
    expect(headers['Content-Type']).toBe('application/xml');
    expect(text).toContain(`<Say language="ja-JP">${ENDED}`);
    expect(text).toMatch(/<Hangup><\/Hangup><\/Response>$/);
  });

  it('tells the sender of a text the same in writing', async () => {
    const { from: From, to: To } = await openSession(world());
    await byKey(cleanup);
    expect((await ring({ MessageSid, Body: 'hello', From, To })).text).toContain(`<Message>${ENDED}`);
  });

  it('tells a stranger, a withheld number and nonsense that nobody can be reached', async () => {
    const { to: To } = await openSession(world());
    for (const params of [
      { CallSid, From: '+818011112222', To },
      { CallSid, From: 'anonymous', To },
      { CallSid, To },
      { CallSid, From: '+818011112222', To: 'sip:nobody' },
      {},
    ]) {
      const { status, text } = await ring(params);
      expect({ status, text }).toEqual({ status: 200, text: expect.stringContaining(UNKNOWN) });
    }
  });

  it('never puts anybody through', async () => {
    const { from: From, to: To } = await openSession(world());
    const outboundParticipantIdentifier = '+818087654321';
    const { text } = await ring({ CallSid, From, To, outboundParticipantIdentifier });
    expect(text).not.toMatch(/Dial|Redirect|<Number|\+\d/);
  });

  it('speaks the configured language and names the marketplace', async () => {
    const settings = { NOTICE_LANGUAGE: 'en', MARKET_NAME: 'Flea & Co' };
    expect((await ring({ CallSid, From: '+818011112222', To: '+815031000000' }, settings)).text).toContain(
      '<Say language="en-US">This is Flea &amp; Co. This number cannot connect you.',
    );
  });

  it('lets a call, and not a text, end a session that Twilio no longer finds', async () => {
    const { from: From, to: To } = await openSession(world());
    await ring({ MessageSid, From, To });
    expect((await byKey(sessions)).json).toMatchObject({ data: { sessions: [{ tel: To }] } });
    await ring({ CallSid, From, To });
    expect((await byKey(sessions)).json).toMatchObject({ data: { sessions: [] } });
  });

  it.each(['error', 'hang', 'malformed'] as const)('is polite when Redis suffers %s', async (effect) => {
    const { from: From, to: To } = await openSession(world());
    world().simulator.upstash.faults.add({ effect });
    const { status, text } = await ring({ CallSid, From, To });
    expect({ status, text }).toEqual({ status: 200, text: expect.stringContaining(UNKNOWN) });
  });

  it('is polite when the configuration is wrong', async () => {
    const { status, text } = await ring(
      { CallSid, From: '+818011112222', To: '+815031000000' },
      { DATA_KEYS: '' },
    );
    expect({ status, text }).toEqual({ status: 200, text: expect.stringContaining(UNKNOWN) });
  });
});
