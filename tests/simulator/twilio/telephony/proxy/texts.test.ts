import { isOptOut } from '../../../../../simulator/twilio/telephony/proxy/texts';
import { buyerNumber, buyersProxy, sellersProxy, settle, World } from '../world';

let world: World;
beforeEach(async () => {
  world = await World.start();
});
afterEach(() => world.stop());

const long = `明日の10時に駅前でお願いします。${'あ'.repeat(200)}🎸`;

describe('a text to a proxy number in a session', () => {
  test("reaches the partner's phone whole, from the partner's proxy number", async () => {
    world.session(world.proxyService());
    world.buyer.text(buyersProxy, long);
    const { texts } = await world.seller.waitFor((state) => state.texts.length === 1);
    expect(texts[0]).toMatchObject({ direction: 'received', other: sellersProxy, body: long });
    expect(world.buyer.state().texts[0]).toMatchObject({
      direction: 'sent',
      other: buyersProxy,
      status: 'delivered',
    });
  });

  test('is shown to the intercept callback with its words, and reported as it is delivered', async () => {
    world.session(world.proxyService());
    world.buyer.text(buyersProxy, 'こんにちは');
    const callbacks = await world.application.waitFor('/callback', 2);
    expect(world.application.at('/intercept')[0]).toMatchObject({
      isSigned: true,
      parameters: {
        interactionType: 'Message',
        interactionData: '{"body":"こんにちは"}',
        inboundResourceType: 'message',
        inboundResourceUrl: expect.stringMatching(/\/Messages\/SM[0-9a-f]{32}\.json$/),
      },
    });
    expect(callbacks.map(({ parameters }) => parameters.outboundResourceStatus)).toEqual([
      'sent',
      'delivered',
    ]);
    expect(callbacks[0]).toMatchObject({ isSigned: true, parameters: { outboundResourceType: 'message' } });
  });

  test('is dropped on 403', async () => {
    world.session(world.proxyService());
    world.application.on('/intercept', { status: 403 });
    world.buyer.text(buyersProxy, 'LINE教えて');
    const [callback] = await world.application.waitFor('/callback');
    expect(callback?.parameters).not.toHaveProperty('outboundResourceSid');
    expect(world.seller.state().texts).toEqual([]);
  });

  test('is let through when the intercept callback fails', async () => {
    world.session(world.proxyService());
    world.application.on('/intercept', { status: 503 });
    world.buyer.text(buyersProxy, 'ok');
    await world.seller.waitFor((state) => state.texts.length === 1);
  });

  test('is dropped before any callback when it is an opt-out word', async () => {
    world.session(world.proxyService());
    world.buyer.text(buyersProxy, ' stop ');
    await settle();
    expect(world.alerts).toEqual([expect.stringMatching(/^80901/)]);
    expect(world.application.received).toEqual([]);
    expect(world.seller.state().texts).toEqual([]);
  });

  test('is rejected in a session for voice only', async () => {
    world.session(world.proxyService(), { mode: 'voice-only' });
    world.buyer.text(buyersProxy, 'hello');
    await settle();
    expect(world.alerts).toEqual([expect.stringMatching(/^80910/)]);
    expect(world.application.received).toEqual([]);
  });
});

describe('a text without a session', () => {
  test('gets the ordinary message webhook; its TwiML answers by text', async () => {
    world.proxyService();
    world.application.twiml('/out-of-session', '<Message>このやりとりは終了しました。</Message>');
    world.buyer.text(buyersProxy, 'もしもし');
    const { texts } = await world.buyer.waitFor((state) => state.texts.length === 2);
    expect(texts[1]).toMatchObject({
      direction: 'received',
      other: buyersProxy,
      body: 'このやりとりは終了しました。',
    });
    expect(world.application.at('/out-of-session')[0]).toMatchObject({
      isSigned: true,
      parameters: { From: buyerNumber, To: buyersProxy, Body: 'もしもし', NumMedia: '0', NumSegments: '1' },
    });
  });

  test('is passed on when the answer creates a session', async () => {
    world.proxyService();
    const answer = { participantIdentifier: '+819033334444', participantProxyIdentifier: sellersProxy };
    world.application.on('/out-of-session', { type: 'application/json', body: JSON.stringify(answer) });
    world.buyer.text(buyersProxy, 'hi');
    await world.seller.waitFor((state) => state.texts.length === 1);
  });
});

test('never arrives at a number that cannot take texts', () => {
  world.twilio.numbers.add({ phoneNumber: '+815031000009' });
  expect(world.buyer.text('+815031000009', 'hi').status).toBe('undelivered');
  expect(world.buyer.text('+819099999999', 'hi').status).toBe('undelivered');
});

test('opt-out words are those Proxy names, in any case, and START is none', () => {
  expect(['STOP', 'Arret', 'end', ' quit '].map(isOptOut)).toEqual([true, true, true, true]);
  expect(['START', 'YES', 'stop it'].map(isOptOut)).toEqual([false, false, false]);
});
