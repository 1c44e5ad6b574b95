import { buyerNumber, buyersProxy, sellerNumber, sellersProxy, settle, World } from '../world';

let world: World;
beforeEach(async () => {
  world = await World.start({ interceptTimeoutMs: 100 });
});
afterEach(() => world.stop());

const calling = () => {
  world.buyer.call(buyersProxy);
  return world.seller.waitFor((state) => state.status === 'ringing');
};

describe('a call to a proxy number in a session', () => {
  test("rings the partner's phone, which shows the partner's own proxy number", async () => {
    world.session(world.proxyService());
    const { call } = await calling();
    expect(call?.other).toBe(sellersProxy);
    expect(world.buyer.state().status).toBe('dialling');
    world.seller.answer();
    expect((await world.buyer.waitFor((state) => state.status === 'in-call')).call?.other).toBe(buyersProxy);
  });

  test('lets the two hear each other until one hangs up', async () => {
    world.session(world.proxyService());
    await calling();
    world.seller.answer();
    await world.buyer.waitFor((state) => state.status === 'in-call');
    await settle();
    world.buyer.say('着きました');
    world.seller.say('今行きます');
    expect(world.seller.state().heard[0]).toMatchObject({ text: '着きました' });
    expect(world.buyer.state().heard.at(-1)).toMatchObject({ kind: 'speech', text: '今行きます' });
  });

  test('asks the intercept callback first, signed, with exactly the documented fields and no phone number', async () => {
    const session = world.session(world.proxyService());
    await calling();
    const [intercept] = world.application.at('/intercept');
    expect(intercept?.isSigned).toBe(true);
    expect(Object.keys(intercept?.parameters ?? {}).sort()).toEqual([
      'inboundParticipantSid',
      'inboundResourceSid',
      'inboundResourceStatus',
      'inboundResourceType',
      'inboundResourceUrl',
      'interactionAccountSid',
      'interactionData',
      'interactionDateCreated',
      'interactionDateUpdated',
      'interactionServiceSid',
      'interactionSessionSid',
      'interactionSid',
      'interactionType',
    ]);
    expect(intercept?.parameters).toMatchObject({
      interactionType: 'Voice',
      interactionSessionSid: session.sid,
      inboundResourceType: 'call',
    });
    for (const number of [buyerNumber, sellerNumber, buyersProxy, sellersProxy]) {
      expect(JSON.stringify(intercept?.parameters)).not.toContain(number.slice(1));
    }
    expect(session.status).toBe('in-progress');
  });

  test('is blocked by 403: nothing rings and the caller is rejected', async () => {
    world.session(world.proxyService());
    world.application.on('/intercept', { status: 403 });
    world.buyer.call(buyersProxy);
    const { calls } = await world.buyer.waitFor((state) => state.calls.length === 1);
    expect(calls[0]?.outcome).toBe('no-answer');
    const [callback] = await world.application.waitFor('/callback');
    expect(callback?.parameters).toMatchObject({ inboundResourceStatus: 'no-answer' });
    expect(callback?.parameters).not.toHaveProperty('outboundResourceSid');
    expect(world.seller.state().calls).toEqual([]);
  });

  test.each([
    ['an error', { status: 500 }],
    ['a missing page', { status: 404 }],
    ['another refusal', { status: 401 }],
  ])('is let through when the intercept callback answers %s', async (_case, reply) => {
    world.session(world.proxyService());
    world.application.on('/intercept', reply);
    await expect(calling()).resolves.toMatchObject({ status: 'ringing' });
  });

  test('is let through when the intercept callback does not answer in time', async () => {
    world.session(world.proxyService());
    world.application.on('/intercept', () => new Promise(() => {}));
    await expect(calling()).resolves.toMatchObject({ status: 'ringing' });
    const [entry] = world.twilio.log.entries({ kind: 'webhook', target: '/intercept' });
    expect(entry).toMatchObject({ status: 0, note: 'intercept: no answer in time' });
  });

  test('is let through when nothing listens at the intercept URL', async () => {
    const service = world.proxyService();
    service.interceptCallbackUrl = 'http://127.0.0.1:9/intercept';
    world.session(service);
    await expect(calling()).resolves.toMatchObject({ status: 'ringing' });
  });

  test('reports each status to the callback URL, in order and signed, with the duration at the end', async () => {
    world.session(world.proxyService());
    await calling();
    world.seller.answer();
    await world.buyer.waitFor((state) => state.status === 'in-call');
    await world.twilio.clock.advance(12);
    world.buyer.hangUp();
    const callbacks = await world.application.waitFor('/callback', 5);
    expect(callbacks.every((callback) => callback.isSigned)).toBe(true);
    const statuses = callbacks.map(({ parameters }) => [
      parameters.inboundResourceStatus,
      parameters.outboundResourceStatus,
    ]);
    expect(statuses.map(([, outbound]) => outbound)).toEqual([
      ...['initiated', 'ringing', 'in-progress', 'completed', 'completed'],
    ]);
    expect(statuses.at(-1)).toEqual(['completed', 'completed']);
    expect(callbacks.at(-1)?.parameters.interactionData).toBe('{"duration":"12"}');
    expect(callbacks[0]?.parameters).toMatchObject({
      outboundResourceType: 'call',
      outboundParticipantSid: expect.stringMatching(/^KP/),
      outboundResourceUrl: expect.stringMatching(/\/Calls\/CA[0-9a-f]{32}\.json$/),
    });
  });

  test.each([
    ['declines', 'busy', () => world.seller.decline()],
    ['ignores it', 'no-answer', () => world.twilio.clock.advance(31)],
  ])('ends as the partner %s: %s', async (_case, outcome, act) => {
    world.session(world.proxyService());
    await calling();
    await act();
    const { calls } = await world.buyer.waitFor((state) => state.calls.length === 1);
    expect(calls[0]?.outcome).toBe(outcome);
    const callbacks = await world.application.waitFor('/callback', 4);
    expect(callbacks.at(-1)?.parameters.outboundResourceStatus).toBe(outcome);
  });

  test("stops ringing when the caller gives up; the partner's phone keeps a missed call", async () => {
    world.session(world.proxyService());
    await calling();
    world.buyer.hangUp();
    const { calls } = await world.seller.waitFor((state) => state.calls.length === 1);
    expect(calls[0]?.outcome).toBe('missed');
    expect(world.buyer.state().calls[0]?.outcome).toBe('canceled');
    const callbacks = await world.application.waitFor('/callback', 4);
    expect(callbacks.at(-1)?.parameters.outboundResourceStatus).toBe('canceled');
  });

  test('ends for the caller when the partner hangs up', async () => {
    world.session(world.proxyService());
    await calling();
    world.seller.answer();
    await world.buyer.waitFor((state) => state.status === 'in-call');
    await world.twilio.clock.advance(3);
    world.seller.hangUp();
    const { calls } = await world.buyer.waitFor((state) => state.calls.length === 1);
    expect(calls[0]).toMatchObject({ outcome: 'answered', seconds: 3, other: buyersProxy });
  });

  test('finds a partner who is already in a call busy', async () => {
    world.session(world.proxyService());
    world.answerWith('<Pause length="60"/>');
    world.seller.call('+815031000003');
    world.buyer.call(buyersProxy);
    const { calls } = await world.buyer.waitFor((state) => state.calls.length === 1);
    expect(calls[0]?.outcome).toBe('busy');
  });

  test('is rejected in a session for messages only', async () => {
    world.session(world.proxyService(), { mode: 'message-only' });
    world.buyer.call(buyersProxy);
    await world.buyer.waitFor((state) => state.calls.length === 1);
    expect(world.alerts).toEqual([expect.stringMatching(/^80911/)]);
    expect(world.application.received).toEqual([]);
  });

  test('goes on and is still reported when the session is deleted meanwhile', async () => {
    const session = world.session(world.proxyService());
    await calling();
    world.twilio.proxy.sessions.delete(session);
    world.seller.answer();
    await world.buyer.waitFor((state) => state.status === 'in-call');
    world.buyer.hangUp();
    await world.application.waitFor('/callback', 5);
  });

  test('does not ring the partner when the caller hangs up during the intercept', async () => {
    world.session(world.proxyService());
    world.application.on('/intercept', () => new Promise(() => {}));
    world.buyer.call(buyersProxy);
    await settle();
    world.buyer.hangUp();
    const [callback] = await world.application.waitFor('/callback');
    expect(callback?.parameters.inboundResourceStatus).toBe('canceled');
    expect(world.seller.state().calls).toEqual([]);
  });
});
