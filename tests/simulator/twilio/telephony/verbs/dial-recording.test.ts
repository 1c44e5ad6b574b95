import { sellerNumber, World } from '../world';
import { Dialling } from './dialling';

let world: World;
let dial: Dialling;
beforeEach(async () => {
  world = await World.start();
  dial = new Dialling(world);
});
afterEach(() => world.stop());

describe('with record', () => {
  const record = 'record="record-from-answer-dual" recordingStatusCallback="/recorded"';
  beforeEach(() => world.application.on('/recorded', { body: '' }));

  test('records the conversation, with the light on at both phones, and tells of it', async () => {
    await dial.talking(record);
    await world.buyer.waitFor((state) => state.call?.isRecorded === true);
    await world.seller.waitFor((state) => state.call?.isRecorded === true);
    await world.twilio.clock.advance(4);
    world.seller.hangUp();
    const [recorded] = await world.application.waitFor('/recorded');
    await dial.finished();
    expect(recorded).toMatchObject({
      isSigned: true,
      parameters: {
        AccountSid: world.twilio.accountSid,
        CallSid: world.buyer.state().calls[0]?.callSid,
        RecordingSource: 'DialVerb',
        RecordingStatus: 'completed',
        RecordingChannels: '2',
        RecordingDuration: '4',
      },
    });
    expect(recorded?.parameters).not.toHaveProperty('From');
    const url = String(recorded?.parameters.RecordingUrl);
    expect(url).toMatch(/\/Recordings\/RE[0-9a-f]{32}$/);
    expect(await dial.action()).toMatchObject({ RecordingUrl: url });
  });

  test('records a whisper too, for it begins with the answer', async () => {
    world.application.twiml('/whisper', '<Gather timeout="5"><Say>Press 1</Say></Gather><Hangup/>');
    await dial.talking(record, `<Number url="/whisper">${sellerNumber}</Number>`);
    expect(world.seller.state().call?.isRecorded).toBe(true);
    await world.twilio.clock.advance(6);
    expect((await dial.action())?.RecordingUrl).toBeDefined();
  });

  test('records nothing where nobody answers', async () => {
    dial.start(record);
    await dial.ringing();
    world.seller.decline();
    await dial.finished();
    expect(world.telephony.recordings).toEqual([]);
  });

  test('tells of each event that was asked for, and refuses one that does not exist', async () => {
    await dial.talking(`${record} recordingStatusCallbackEvent="in-progress completed absent"`);
    world.seller.hangUp();
    const told = await world.application.waitFor('/recorded', 2);
    expect(told.map(({ parameters }) => parameters.RecordingStatus)).toEqual(['in-progress', 'absent']);
    await dial.finished();
    dial.start(`${record} recordingStatusCallbackEvent="done"`);
    await world.buyer.waitFor((state) => state.calls.length === 2);
    expect(world.alerts).toEqual([expect.stringMatching(/^12200.*done/)]);
  });
});
