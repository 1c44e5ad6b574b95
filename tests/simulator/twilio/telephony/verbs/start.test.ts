import { plainNumber, sellerNumber, settle, World } from '../world';

let world: World;
beforeEach(async () => {
  world = await World.start();
  world.application.on('/recorded', { body: '' });
});
afterEach(() => world.stop());

const call = (verbs: string) => {
  world.answerWith(verbs);
  world.buyer.call(plainNumber);
};
const recording = (attributes = '') =>
  `<Start><Recording recordingStatusCallback="/recorded" ${attributes}/></Start>`;

test('a recording goes on through the rest of the call, and ends with it', async () => {
  call(`${recording()}<Say>one</Say><Pause length="3"/><Say>two</Say>`);
  const { heard } = await world.buyer.waitFor((state) => state.heard.length === 1);
  expect(heard[0]?.text).toBe('one');
  expect(world.buyer.state().call?.isRecorded).toBe(true);
  await settle();
  await world.twilio.clock.advance(3);
  const [told] = await world.application.waitFor('/recorded');
  expect(told).toMatchObject({
    isSigned: true,
    parameters: { RecordingStatus: 'completed', RecordingDuration: '3', RecordingChannels: '2' },
  });
});

test('a recording of the caller covers the callee from the moment they are connected, not the whisper', async () => {
  world.application.twiml(
    '/whisper',
    '<Gather numDigits="1"><Say>Recorded. Press 1.</Say></Gather><Hangup/>',
  );
  world.application.twiml('/accept', '');
  call(`<Say>This call is recorded</Say>${recording()}
    <Dial answerOnBridge="true"><Number url="/whisper">${sellerNumber}</Number></Dial>`);
  await world.seller.waitFor((state) => state.status === 'ringing');
  expect(world.buyer.state().call?.isRecorded).toBe(true);
  world.seller.answer();
  await world.seller.waitFor((state) => state.heard.length === 1);
  expect(world.seller.state().call?.isRecorded).toBe(false);
  world.application.twiml('/whisper', '<Say>Thank you</Say>');
  world.seller.press('1');
  await world.seller.waitFor((state) => state.call?.isRecorded === true);
  await world.twilio.clock.advance(9);
  world.seller.hangUp();
  await world.application.waitFor('/recorded');
  expect(world.telephony.recordings).toMatchObject([
    { status: 'completed', callSid: world.buyer.state().calls[0]?.callSid },
  ]);
});

test('starting one leaves the call unanswered', async () => {
  call(`${recording()}<Dial answerOnBridge="true">${sellerNumber}</Dial>`);
  await world.seller.waitFor((state) => state.status === 'ringing');
  expect(world.buyer.state().status).toBe('dialling');
});

test.each([
  ['channels="mono" track="inbound" trim="do-not-trim"', { channels: 1, track: 'inbound' }],
  ['', { channels: 2, track: 'both' }],
])('takes the attributes that Twilio documents: %s', async (attributes, expected) => {
  call(recording(attributes));
  await settle();
  await world.buyer.waitFor((state) => state.calls.length === 1);
  expect(world.telephony.recordings).toMatchObject([expected]);
});

test('refuses another attribute or value', async () => {
  call(recording('channels="2"'));
  await world.buyer.waitFor((state) => state.calls.length === 1);
  expect(world.alerts).toEqual([expect.stringMatching(/^12200.*channels="2"/)]);
});
