import type { Handset } from '../../../../../simulator/twilio/handsets/handset';
import { plainNumber, settle, World } from '../world';

let world: World;
beforeEach(async () => {
  world = await World.start();
  world.application.on('/events', { body: '' });
  world.application.twiml('/after', '<Say>after</Say>');
});
afterEach(() => world.stop());

const events = 'statusCallback="/events" statusCallbackEvent="start end join leave"';

/** The phone calls and comes into the conference. */
async function enter(phone: Handset, attributes = '', dial = ''): Promise<void> {
  world.answerWith(`<Dial action="/after" ${dial}><Conference ${attributes}>room</Conference></Dial>`);
  const count = records().flatMap(({ participants }) => participants).length;
  phone.call(plainNumber);
  await world.application.waitFor('/voice', world.application.at('/voice').length + 1);
  while (records().flatMap(({ participants }) => participants).length === count) await settle(1);
}
const records = () => [...world.twilio.conferences.records];
const spoken = (phone: Handset) =>
  phone
    .state()
    .heard.filter(({ isOwn }) => !isOwn)
    .map(({ text }) => text);
const isIdle = (phone: Handset) => phone.waitFor(({ status }) => status === 'idle');

test('starts with the second participant, and joins the two', async () => {
  await enter(world.buyer);
  expect(records()).toMatchObject([{ status: 'init' }]);
  world.buyer.say('nobody hears this');
  await enter(world.seller);
  expect(records()).toMatchObject([{ status: 'in-progress', friendlyName: 'room' }]);
  world.buyer.say('hello');
  expect(spoken(world.seller)).toEqual(['hello']);
});

test('does not start before somebody comes in who may start it', async () => {
  for (const phone of [world.buyer, world.seller]) await enter(phone, 'startConferenceOnEnter="false"');
  expect(records()).toMatchObject([{ status: 'init' }]);
  const third = world.telephony.handset('+819055556666');
  await enter(third);
  expect(records()).toMatchObject([{ status: 'in-progress' }]);
  third.say('hello');
  expect([world.buyer, world.seller].map((phone) => spoken(phone).at(-1))).toEqual(['hello', 'hello']);
});

test('goes on without one who leaves, and ends with the last', async () => {
  for (const phone of [world.buyer, world.seller]) await enter(phone);
  world.buyer.hangUp();
  await world.seller.waitFor(({ heard }) => heard.at(-1)?.text === 'beep');
  expect(records()).toMatchObject([{ status: 'in-progress', participants: [{}] }]);
  world.seller.hangUp();
  await isIdle(world.seller);
  await settle();
  expect(records()).toMatchObject([{ status: 'completed', reasonEnded: 'last-participant-left' }]);
});

test('ends for all when one leaves who ends it; their calls go on with the action', async () => {
  await enter(world.buyer);
  await enter(world.seller, 'endConferenceOnExit="true"');
  world.seller.hangUp();
  expect((await isIdle(world.buyer)).heard.at(-1)?.text).toBe('after');
  const answers = await world.application.waitFor('/after', 2);
  expect(answers[0]?.parameters).toMatchObject({
    DialCallStatus: 'answered',
    DialBridged: 'true',
    ConferenceSid: records()[0]?.sid,
  });
});

test('a name that was used before is that of a new conference', async () => {
  await enter(world.buyer);
  world.buyer.hangUp();
  await isIdle(world.buyer);
  await settle();
  await enter(world.seller);
  expect(records()).toMatchObject([{ status: 'completed' }, { status: 'init', friendlyName: 'room' }]);
});

test('is left at the time limit of the <Dial>, or with * where that is wished for', async () => {
  await enter(world.buyer, '', 'timeLimit="60"');
  await enter(world.seller, '', 'hangupOnStar="true"');
  await world.twilio.clock.advance(61);
  expect((await isIdle(world.buyer)).heard.at(-1)?.text).toBe('after');
  world.seller.press('*');
  await isIdle(world.seller);
});

test('beeps as it is told to', async () => {
  await enter(world.buyer);
  await enter(world.seller, 'beep="onExit"');
  expect(spoken(world.buyer)).toEqual([]);
  world.seller.hangUp();
  await world.buyer.waitFor(({ heard }) => heard.length === 1);
  await enter(world.seller, 'beep="false"');
  expect(spoken(world.buyer)).toEqual(['beep']);
});

test('takes no more participants than it may have', async () => {
  await enter(world.buyer);
  world.answerWith('<Dial action="/after"><Conference maxParticipants="1">room</Conference></Dial>');
  world.seller.call(plainNumber);
  expect((await isIdle(world.seller)).heard.at(-1)?.text).toBe('after');
  expect(records()[0]?.participants).toHaveLength(1);
});

test('reports its events in order, signed, to where the first participant wished', async () => {
  await enter(world.buyer, `${events} participantLabel="buyer"`);
  await enter(world.seller, 'endConferenceOnExit="true" statusCallback="/other" statusCallbackEvent="join"');
  world.seller.hangUp();
  const webhooks = await world.application.waitFor('/events', 6);
  expect(webhooks.every(({ isSigned }) => isSigned)).toBe(true);
  expect(webhooks.map(({ parameters }) => parameters.StatusCallbackEvent)).toEqual([
    ...['participant-join', 'participant-join', 'conference-start'],
    ...['participant-leave', 'participant-leave', 'conference-end'],
  ]);
  expect(webhooks.map(({ parameters }) => parameters.SequenceNumber)).toEqual([...'123456']);
  expect(webhooks[0]?.parameters).toMatchObject({ ParticipantLabel: 'buyer', FriendlyName: 'room' });
  expect(webhooks[5]?.parameters).toMatchObject({
    ReasonConferenceEnded: 'participant-with-end-conference-on-exit-left',
    CallSidEndingConference: world.seller.state().calls[0]?.callSid,
  });
  expect(world.application.at('/other')).toEqual([]);
});

describe('an announcement', () => {
  const announce = async () => {
    const [conference] = records();
    if (conference)
      world.telephony.rest.announce(conference, { url: world.application.url('/words'), method: 'POST' });
    await world.application.waitFor('/words');
    await settle();
  };

  test('is heard by everybody, and the conference goes on', async () => {
    for (const phone of [world.buyer, world.seller]) await enter(phone, 'beep="false"');
    world.application.twiml(
      '/words',
      '<Say language="ja-JP">あと1分です</Say><Play>https://example.com/a.mp3</Play>',
    );
    await announce();
    for (const phone of [world.buyer, world.seller]) {
      expect(spoken(phone)).toEqual(['あと1分です', 'https://example.com/a.mp3']);
    }
    expect(world.application.at('/words')[0]).toMatchObject({
      isSigned: true,
      parameters: { FriendlyName: 'room', ConferenceSid: records()[0]?.sid },
    });
  });

  test('with another verb is an alert', async () => {
    await enter(world.buyer);
    world.application.twiml('/words', '<Hangup/>');
    await announce();
    expect(world.alerts).toEqual([expect.stringMatching(/^12200.*Hangup/)]);
  });
});

test.each([
  ['no name', '<Conference/>', /^12200.*name/],
  [
    'an attribute that is not simulated',
    '<Conference record="record-from-start">room</Conference>',
    /^12200.*record/,
  ],
  ['an unknown event', '<Conference statusCallbackEvent="begin">room</Conference>', /^12200.*begin/],
])('refuses %s', async (_case, noun, alert) => {
  world.answerWith(`<Dial>${noun}</Dial>`);
  world.buyer.call(plainNumber);
  await isIdle(world.buyer).then(() => world.buyer.waitFor(({ calls }) => calls.length === 1));
  expect(world.alerts).toEqual([expect.stringMatching(alert)]);
});
