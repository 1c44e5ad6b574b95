import { plainNumber, settle, World } from '../world';

let world: World;
afterEach(() => world.stop());

const start = async (verbs: string, options = {}) => {
  world = await World.start(options);
  world.answerWith(verbs);
  world.buyer.call(plainNumber);
};
const finished = () => world.buyer.waitFor((state) => state.calls.length === 1);

test('Say is heard in its language, en-US unless told, as often as it is looped', async () => {
  await start('<Say language="ja-JP" voice="Polly.Mizuki">お電話\n ありがとう</Say><Say loop="2">Hi</Say>');
  expect((await finished()).heard).toMatchObject([
    { kind: 'say', text: 'お電話 ありがとう', language: 'ja-JP' },
    { kind: 'say', text: 'Hi', language: 'en-US' },
    { kind: 'say', text: 'Hi' },
  ]);
});

test('Say without end is heard until the caller hangs up', async () => {
  await start('<Say loop="0">Please wait</Say><Say>never</Say>');
  await world.buyer.waitFor((state) => state.heard.length === 1);
  world.buyer.hangUp();
  expect((await finished()).heard).toHaveLength(1);
});

test('Say takes its time where that is wished for', async () => {
  await start('<Say>0123456789</Say><Say>over</Say>', { speechMsPerCharacter: 1000 });
  await world.buyer.waitFor((state) => state.heard.length === 1);
  await world.twilio.clock.advance(9);
  expect(world.buyer.state().heard).toHaveLength(1);
  await world.twilio.clock.advance(2);
  await world.buyer.waitFor((state) => state.heard.length === 2);
});

test('Play is heard as its URL, or as tones', async () => {
  await start('<Play>https://example.com/hold.mp3</Play><Play digits="12"/>');
  expect((await finished()).heard).toMatchObject([
    { kind: 'play', text: 'https://example.com/hold.mp3' },
    { kind: 'tone', text: '12' },
  ]);
});

test('Pause as the first verb delays the answering', async () => {
  await start('<Pause length="4"/><Say>Now</Say>');
  await world.logged({ kind: 'webhook' });
  await settle();
  await world.twilio.clock.advance(3);
  expect(world.buyer.state().status).toBe('dialling');
  await world.twilio.clock.advance(2);
  expect((await finished()).heard).toHaveLength(1);
});

test.each(['<Say/>', '<Play/>', '<Say loop="x">Hi</Say>'])('%s is refused', async (verb) => {
  await start(verb);
  await finished();
  expect(world.alerts).toEqual([expect.stringMatching(/^12200/)]);
});
