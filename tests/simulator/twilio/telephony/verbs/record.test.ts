import { plainNumber, World } from '../world';

let world: World;
beforeEach(async () => {
  world = await World.start();
  world.application.on('/recorded', { body: '' });
  world.application.twiml('/after', '<Say>saved</Say>');
});
afterEach(() => world.stop());

const start = async (attributes = '') => {
  world.answerWith(`<Record action="/after" recordingStatusCallback="/recorded" ${attributes}/>`);
  world.buyer.call(plainNumber);
  await world.buyer.waitFor((state) => state.call?.isRecorded === true);
  await world.twilio.clock.advance(5);
};
const finished = () => world.buyer.waitFor((state) => state.calls.length === 1);

test('records after a beep until a key, then tells both URLs', async () => {
  await start();
  world.buyer.press('#');
  expect((await finished()).heard.map(({ text }) => text)).toEqual(['beep', 'saved']);
  expect(world.application.at('/after')[0]).toMatchObject({
    isSigned: true,
    parameters: {
      Digits: '#',
      RecordingDuration: '5',
      RecordingSid: expect.stringMatching(/^RE[0-9a-f]{32}$/),
    },
  });
  const [recorded] = await world.application.waitFor('/recorded');
  expect(recorded).toMatchObject({
    isSigned: true,
    parameters: { RecordingStatus: 'completed', RecordingSource: 'RecordVerb', RecordingChannels: '1' },
  });
  expect(world.telephony.recordings).toMatchObject([{ duration: 5 }]);
});

test('ends at its longest length', async () => {
  await start('maxLength="10" finishOnKey="#" playBeep="false"');
  world.buyer.press('1');
  await world.twilio.clock.advance(6);
  expect((await finished()).heard.map(({ text }) => text)).toEqual(['saved']);
  expect(world.application.at('/after')[0]?.parameters).toMatchObject({
    Digits: '',
    RecordingDuration: '10',
  });
});

test('is kept when the caller hangs up', async () => {
  await start();
  world.buyer.hangUp();
  const [after] = await world.application.waitFor('/after');
  expect(after?.parameters).toMatchObject({
    Digits: 'hangup',
    RecordingDuration: '5',
    CallStatus: 'completed',
  });
});

test('an empty one is absent, and the caller goes on with the next verb', async () => {
  world.answerWith(
    `<Record action="/after" recordingStatusCallback="/recorded"
      recordingStatusCallbackEvent="completed absent"/><Say>next</Say>`,
  );
  world.buyer.call(plainNumber);
  await world.buyer.waitFor((state) => state.call?.isRecorded === true);
  world.buyer.press('1');
  expect((await finished()).heard.map(({ text }) => text)).toEqual(['beep', 'next']);
  const [told] = await world.application.waitFor('/recorded');
  expect(told?.parameters).toMatchObject({ RecordingStatus: 'absent', RecordingDuration: '0' });
  expect(world.application.at('/after')).toEqual([]);
});
