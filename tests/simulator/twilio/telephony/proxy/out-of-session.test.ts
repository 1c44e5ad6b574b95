import { buyerNumber, buyersProxy, sellerNumber, sellersProxy, World } from '../world';

let world: World;
beforeEach(async () => {
  world = await World.start();
});
afterEach(() => world.stop());

const callAndFinish = async (options = {}) => {
  world.buyer.call(buyersProxy, options);
  return world.buyer.waitFor((state) => state.calls.length === 1);
};

describe('a call without a session', () => {
  test('gets the ordinary voice webhook, signed, and hears what its TwiML says', async () => {
    world.proxyService();
    const { heard, calls } = await callAndFinish();
    expect(heard).toMatchObject([{ kind: 'say', text: '終了しました', language: 'ja-JP' }]);
    expect(calls[0]?.outcome).toBe('answered');
    const [webhook] = world.application.at('/out-of-session');
    expect(webhook?.isSigned).toBe(true);
    expect(webhook?.parameters).toMatchObject({
      From: buyerNumber,
      To: buyersProxy,
      CallStatus: 'ringing',
      Direction: 'inbound',
      CallerCountry: 'JP',
      CallSid: expect.stringMatching(/^CA/),
    });
    expect(webhook?.parameters).not.toHaveProperty('sessionSid');
  });

  test('carries the closed session and both participants when one is known', async () => {
    const service = world.proxyService();
    const session = world.session(service);
    world.twilio.proxy.updateSession(service.sid, session.sid, { status: 'closed' });
    await callAndFinish();
    expect(world.application.at('/out-of-session')[0]?.parameters).toMatchObject({
      sessionSid: session.sid,
      sessionStatus: 'closed',
      sessionUniqueName: 'pair',
      sessionMode: 'voice-and-message',
      inboundParticipantIdentifier: buyerNumber,
      inboundParticipantProxyIdentifier: buyersProxy,
      outboundParticipantIdentifier: sellerNumber,
      outboundParticipantProxyIdentifier: sellersProxy,
      outboundParticipantSid: expect.stringMatching(/^KP/),
    });
  });

  test('knows nothing of a deleted session', async () => {
    const session = world.session(world.proxyService());
    world.twilio.proxy.sessions.delete(session);
    await callAndFinish();
    expect(world.application.at('/out-of-session')[0]?.parameters).not.toHaveProperty('sessionSid');
  });

  test('comes after the session expired', async () => {
    world.session(world.proxyService(), { ttl: 60 });
    await world.twilio.clock.advance(61);
    await callAndFinish();
    expect(world.application.at('/out-of-session')).toHaveLength(1);
    expect(world.application.at('/intercept')).toHaveLength(0);
  });

  test('comes of a withheld number even inside a session, which then cannot be known', async () => {
    world.session(world.proxyService());
    await callAndFinish({ withhold: true });
    expect(world.application.at('/out-of-session')[0]?.parameters.From).toBe('+266696687');
  });

  test('is joined when the answer creates a session', async () => {
    world.proxyService();
    const answer = {
      participantIdentifier: sellerNumber,
      participantProxyIdentifier: sellersProxy,
      mode: 'voice-only',
    };
    world.application.on('/out-of-session', { type: 'application/json', body: JSON.stringify(answer) });
    world.buyer.call(buyersProxy);
    const { call } = await world.seller.waitFor((state) => state.status === 'ringing');
    expect(call?.other).toBe(sellersProxy);
    expect(world.application.at('/intercept')).toHaveLength(1);
  });

  test.each([
    ['an error', { status: 500 }, /^80913/],
    ['plain text', { type: 'text/plain', body: 'hello' }, /^80905/],
    ['TwiML as text/xml, which the guide does not name', { type: 'text/xml', body: '<Response/>' }, /^80905/],
    ['JSON without a participant', { type: 'application/json', body: '{}' }, /^80905.*participantIdentifier/],
    ['JSON that is none', { type: 'application/json', body: '"<Response/>"' }, /^80905/],
    ['broken JSON', { type: 'application/json', body: '{' }, /^80905/],
    [
      'a session Proxy refuses',
      { type: 'application/json', body: '{"participantIdentifier":"110"}' },
      /^80905/,
    ],
  ])('ends unanswered when the callback answers %s', async (_case, reply, alert) => {
    world.proxyService();
    world.application.on('/out-of-session', reply);
    const { calls } = await callAndFinish();
    expect(calls[0]?.outcome).toBe('failed');
    expect(world.alerts).toEqual([expect.stringMatching(alert)]);
  });

  test('ends unanswered when the service has no callback for it', async () => {
    world.proxyService().outOfSessionCallbackUrl = null;
    expect((await callAndFinish()).calls[0]?.outcome).toBe('failed');
    expect(world.alerts).toEqual([expect.stringMatching(/^80905/)]);
  });

  test('can be asked for digits, which go to the action as an ordinary voice webhook', async () => {
    world.proxyService();
    world.application.twiml(
      '/out-of-session',
      '<Gather numDigits="4" action="pin?try=1"><Say>PIN</Say></Gather>',
    );
    world.application.twiml('/pin', `<Dial callerId="${sellersProxy}">${sellerNumber}</Dial>`);
    world.buyer.call(buyersProxy);
    await world.buyer.waitFor((state) => state.heard.length === 1);
    world.buyer.press('1234');
    await world.seller.waitFor((state) => state.call?.other === sellersProxy);
    const [webhook] = world.application.at('/pin');
    expect(webhook).toMatchObject({
      isSigned: true,
      parameters: { try: '1', Digits: '1234', CallStatus: 'in-progress' },
    });
  });
});
