import { plainNumber, settle, World } from '../world';

let world: World;
beforeEach(async () => {
  world = await World.start();
});
afterEach(() => world.stop());

const start = async (attributes: string, prompt = '<Say>Keys?</Say>') => {
  world.answerWith(`<Gather action="/keys" ${attributes}>${prompt}</Gather><Say>nothing</Say>`);
  world.application.twiml('/keys', '<Say>thanks</Say>');
  world.buyer.call(plainNumber);
  await world.buyer.waitFor((state) => state.heard.length === 1);
  await settle();
};
const digits = () => world.application.at('/keys').map(({ parameters }) => parameters.Digits);
const finished = () => world.buyer.waitFor((state) => state.calls.length === 1);

test('ends at the number of digits', async () => {
  await start('numDigits="3"');
  world.buyer.press('12');
  world.buyer.press('34');
  expect((await finished()).heard.map(({ text }) => text)).toEqual(['Keys?', 'thanks']);
  expect(digits()).toEqual(['123']);
});

test('ends at the finishing key, which is no digit', async () => {
  await start('');
  world.buyer.press('42#');
  await finished();
  expect(world.application.at('/keys')[0]?.parameters).toMatchObject({ Digits: '42', FinishedOnKey: '#' });
});

test('takes every key as a digit when there is no finishing key', async () => {
  await start('finishOnKey="" numDigits="2"');
  world.buyer.press('#*');
  await finished();
  expect(digits()).toEqual(['#*']);
});

test('goes on with what was pressed when no more keys come, counting from the last', async () => {
  await start('timeout="40"');
  await world.twilio.clock.advance(30);
  world.buyer.press('7');
  await world.twilio.clock.advance(30);
  expect(digits()).toEqual([]);
  await world.twilio.clock.advance(11);
  await finished();
  expect(digits()).toEqual(['7']);
});

test.each(['', '#'])('falls through when nothing is pressed but "%s"', async (keys) => {
  await start('timeout="4"');
  if (keys) world.buyer.press(keys);
  await world.twilio.clock.advance(5);
  expect((await finished()).heard.map(({ text }) => text)).toEqual(['Keys?', 'nothing']);
  expect(digits()).toEqual([]);
});

test('calls the action even without keys where that is wished for', async () => {
  await start('timeout="4" actionOnEmptyResult="true"');
  await world.twilio.clock.advance(5);
  await finished();
  expect(digits()).toEqual(['']);
});

test('stops the prompt at the first key', async () => {
  await start('numDigits="1"', '<Say>one</Say><Pause length="60"/><Say>two</Say>');
  world.buyer.press('1');
  expect((await finished()).heard.map(({ text }) => text)).toEqual(['one', 'thanks']);
});

test('asks its own document when no action is given', async () => {
  world.answerWith('<Gather numDigits="1"><Say>Keys?</Say></Gather>');
  world.buyer.call(plainNumber);
  await world.buyer.waitFor((state) => state.heard.length === 1);
  world.buyer.press('5');
  const [, second] = await world.application.waitFor('/voice', 2);
  expect(second?.parameters.Digits).toBe('5');
});

test('ends silently when the caller hangs up', async () => {
  await start('timeout="4"');
  world.buyer.hangUp();
  await settle();
  expect(digits()).toEqual([]);
  expect(world.buyer.state().heard).toHaveLength(1);
});
