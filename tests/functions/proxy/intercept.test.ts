import { handler as cleanup } from '../../../src/functions/cleanup';
import { handler as intercept } from '../../../src/functions/proxy/intercept.protected';
import { buyer, useFunctionWorld } from '../support';
import { callId, interceptEvent, openSession, webhook } from './webhooks';

const world = useFunctionWorld();
const judge = (event: Record<string, unknown>, settings = {}) => world().call(intercept, { event, settings });

describe('/proxy/intercept', () => {
  it('lets a call of a live session pass, once warm after one round trip to Redis and none to Twilio', async () => {
    const { sid } = await openSession(world());
    await judge(interceptEvent(sid, { interactionSid: callId(2) }));
    const { log } = world().simulator.twilio;
    const before = log.lastId;
    expect(await judge(interceptEvent(sid))).toMatchObject({ status: 200, text: '' });
    expect(log.count({ kind: 'redis', since: before })).toBe(1);
    expect(log.count({ kind: 'rest', since: before })).toBe(0);
  });

  it('writes down which session and interaction passed, and nobody\u2019s number', async () => {
    const { sid } = await openSession(world());
    await judge(interceptEvent(sid));
    expect(world().events().at(-1)).toMatchObject({
      event: 'passed',
      sessionSid: sid,
      interactionSid: callId(1),
    });
  });

  it('blocks a session that nobody here knows', async () => {
    expect((await judge(interceptEvent(`KC${'0'.repeat(32)}`))).status).toBe(403);
    expect(world().events().at(-1)).toMatchObject({ event: 'blocked', reason: 'unknown_session' });
  });

  it('blocks a session that was closed', async () => {
    const { sid } = await openSession(world());
    world().simulator.twilio.faults.add({ match: { method: 'DELETE' }, effect: 'error', status: 500 });
    await world().call(cleanup, { headers: world().apiKey(), params: { userId: buyer.id } });
    expect((await judge(interceptEvent(sid))).status).toBe(403);
    expect(world().events().at(-1)).toMatchObject({ reason: 'session_closed' });
  });

  it('blocks what exceeds the hourly quota, and asks of one call twice count once', async () => {
    const { sid } = await openSession(world());
    const settings = { INTERACTIONS_PER_HOUR: '1' };
    const statuses: number[] = [];
    for (const index of [1, 1, 2])
      statuses.push((await judge(interceptEvent(sid, { interactionSid: callId(index) }), settings)).status);
    expect(statuses).toEqual([200, 200, 403]);
  });

  it('blocks a call in quiet hours', async () => {
    const { sid } = await openSession(world());
    const hour = new Date().getUTCHours();
    const [from, until] = [hour + 23, hour + 2].map((time) => `${String(time % 24).padStart(2, '0')}:00`);
    const settings = { QUIET_HOURS: `${from}-${until}`, TIME_ZONE: 'UTC' };
    expect((await judge(interceptEvent(sid), settings)).status).toBe(403);
    expect(world().events().at(-1)).toMatchObject({ event: 'blocked', reason: 'quiet_hours' });
  });

  it('judges a text with the words of the marketplace', async () => {
    const { sid } = await openSession(world());
    const text = (body: string) =>
      interceptEvent(sid, { interactionType: 'Message', interactionData: JSON.stringify({ body }) });
    const settings = { SCREENING_WORDS: '合言葉', SCREENING_ALLOW: 'market.example' };
    expect((await judge(text('合言葉は山'), settings)).status).toBe(403);
    expect((await judge(text('https://market.example を見て'), settings)).status).toBe(200);
  });

  it('finds a number over several texts: one round trip each, and Twilio is asked who it is at the end', async () => {
    const { sid, callerSid } = await openSession(world());
    const { log } = world().simulator.twilio;
    const trips: number[] = [];
    for (const [index, body] of ['090', '1234', '5678'].entries()) {
      const before = log.lastId;
      const { status } = await judge(
        interceptEvent(sid, {
          interactionSid: callId(index + 10),
          interactionType: 'Message',
          interactionData: JSON.stringify({ body }),
          inboundParticipantSid: callerSid,
        }),
      );
      trips.push(
        status,
        log.count({ kind: 'redis', since: before }),
        log.count({ kind: 'rest', since: before }),
      );
    }
    expect(trips.slice(3)).toEqual([200, 1, 0, 403, expect.any(Number), 1]);
  });

  it('pauses a sender who keeps trying, and asks Twilio once who that is', async () => {
    const { sid, callerSid } = await openSession(world());
    const settings = { PAUSE_AFTER_VIOLATIONS: '2' };
    const send = (index: number, changes: object) =>
      judge(
        interceptEvent(sid, { interactionSid: callId(index), inboundParticipantSid: callerSid, ...changes }),
        settings,
      );
    const bad = { interactionType: 'Message', interactionData: JSON.stringify({ body: '090-1111-2222' }) };
    const { log } = world().simulator.twilio;
    const before = log.lastId;
    for (const index of [1, 2]) expect((await send(index, bad)).status).toBe(403);
    expect((await send(3, {})).status).toBe(403);
    expect(world().events().at(-1)).toMatchObject({ reason: 'paused' });
    expect(log.count({ kind: 'rest', since: before })).toBe(1);
  });

  it.each([
    ['an empty request', webhook({})],
    ['no interaction', interceptEvent(`KC${'0'.repeat(32)}`, { interactionSid: '' })],
    ['a session id that is none', interceptEvent('090-1234-5678')],
    ['a body that replaced the envelope', { ...interceptEvent('KC1'), request: 'x' }],
  ])('blocks %s', async (_, event) => {
    expect((await judge(event)).status).toBe(403);
  });

  it('blocks when the configuration is wrong', async () => {
    const { sid } = await openSession(world());
    expect(await judge(interceptEvent(sid), { LOOKUP_KEY: '' })).toMatchObject({ status: 403, text: '' });
    expect(world().events().at(-1)).toMatchObject({ event: 'misconfigured' });
  });

  it.each(['error', 'hang', 'malformed', 'readonly', 'reset-before'] as const)(
    'blocks within 2 s when Redis suffers %s, unless configured to let pass',
    async (effect) => {
      const { sid } = await openSession(world());
      world().simulator.upstash.faults.add({ effect });
      const [blocked, passed] = await Promise.all([
        judge(interceptEvent(sid)),
        judge(interceptEvent(sid), { INTERCEPT_ON_ERROR: 'allow' }),
      ]);
      expect([blocked.status, passed.status]).toEqual([403, 200]);
      expect(Math.max(blocked.ms, passed.ms)).toBeLessThan(2_000);
      expect(world().events().at(-1)).toMatchObject({ reason: 'store_unavailable' });
    },
  );
});
