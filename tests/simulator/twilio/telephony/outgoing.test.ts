import { plainNumber, sellerNumber, World } from './world';

let world: World;
beforeEach(async () => {
  world = await World.start();
  world.application.on('/status', { body: '' });
});
afterEach(() => world.stop());

const place = (options = {}) =>
  world.telephony.rest.placeCall({
    from: plainNumber,
    to: sellerNumber,
    twiml: '<Response><Say>Hello</Say><Pause length="600"/></Response>',
    ...options,
  });
const ringing = () => world.seller.waitFor((state) => state.status === 'ringing');
const heard = (count: number) => world.seller.waitFor((state) => state.heard.length === count);

describe('a call placed by the REST API', () => {
  test('rings with its caller id and follows its TwiML once answered', async () => {
    const call = place();
    expect(call.status).toBe('initiated');
    expect((await ringing()).call?.other).toBe(plainNumber);
    world.seller.answer();
    expect((await heard(1)).heard[0]?.text).toBe('Hello');
  });

  test('asks its URL for instructions', async () => {
    world.application.twiml('/voice', '<Say>From the URL</Say>');
    place({ url: world.application.url('/voice'), twiml: undefined });
    await ringing();
    world.seller.answer();
    await heard(1);
    expect(world.application.at('/voice')[0]).toMatchObject({
      isSigned: true,
      parameters: { Direction: 'outbound-api', CallStatus: 'in-progress' },
    });
  });

  test('gives up ringing after its timeout, and reports what was asked for', async () => {
    const statusCallbackEvent = ['initiated', 'ringing', 'answered', 'completed'];
    place({ timeout: 10, statusCallback: world.application.url('/status'), statusCallbackEvent });
    await ringing();
    await world.twilio.clock.advance(11);
    const webhooks = await world.application.waitFor('/status', 3);
    expect(webhooks.map(({ parameters }) => parameters.CallStatus)).toEqual([
      'initiated',
      'ringing',
      'no-answer',
    ]);
  });

  test('ends at its time limit', async () => {
    place({ timeLimit: 30 });
    await ringing();
    world.seller.answer();
    await heard(1);
    await world.twilio.clock.advance(31);
    const { calls } = await world.seller.waitFor((state) => state.calls.length === 1);
    expect(calls[0]?.seconds).toBe(30);
  });

  test('can be sent to other instructions while it is on', async () => {
    const call = place();
    await ringing();
    world.seller.answer();
    await heard(1);
    world.telephony.rest.redirectCall(call, { twiml: '<Response><Say>Instead</Say></Response>' });
    const state = await world.seller.waitFor(({ calls }) => calls.length === 1);
    expect(state.heard.map(({ text }) => text)).toEqual(['Hello', 'Instead']);
  });

  test('can be canceled only while it rings, and completed at any time', async () => {
    const call = place();
    await ringing();
    world.seller.answer();
    world.telephony.rest.endCall(call, 'canceled');
    expect(world.seller.state().status).toBe('in-call');
    world.telephony.rest.endCall(call, 'completed');
    expect(world.seller.state()).toMatchObject({ status: 'idle', calls: [{ outcome: 'answered' }] });
    const second = place();
    await ringing();
    world.telephony.rest.endCall(second, 'canceled');
    expect(second.status).toBe('canceled');
  });
});

describe('a text sent by the REST API', () => {
  const send = (message = {}) =>
    world.telephony.rest.sendMessage({
      from: plainNumber,
      to: sellerNumber,
      body: 'Hello',
      statusCallback: world.application.url('/status'),
      ...message,
    });
  const statuses = async (count: number) =>
    (await world.application.waitFor('/status', count)).map(({ parameters }) => parameters.MessageStatus);

  test('arrives, and its status is reported', async () => {
    expect(send().status).toBe('queued');
    const { texts } = await world.seller.waitFor((state) => state.texts.length === 1);
    expect(texts[0]).toMatchObject({ other: plainNumber, body: 'Hello' });
    expect((await statuses(2)).sort()).toEqual(['delivered', 'sent']);
    expect(world.application.at('/status')[0]?.isSigned).toBe(true);
  });

  test.each([
    ['too long', { body: 'あ'.repeat(1601) }],
    ['to a number that is none', { to: '110' }],
    ['from a number that cannot text', { from: '+819000000000' }],
  ])('fails: %s', async (_case, message) => {
    send(message);
    expect(await statuses(1)).toEqual(['failed']);
    expect(world.seller.state().texts).toEqual([]);
  });
});
