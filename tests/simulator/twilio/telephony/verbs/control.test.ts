import { plainNumber, World } from '../world';

let world: World;
beforeEach(async () => {
  world = await World.start();
});
afterEach(() => world.stop());

const callAndFinish = async () => {
  world.buyer.call(plainNumber);
  return world.buyer.waitFor((state) => state.calls.length === 1);
};

test.each([
  ['<Reject/>', 'no-answer'],
  ['<Reject reason="busy"/>', 'busy'],
])('%s ends the call unanswered: %s', async (verb, outcome) => {
  world.answerWith(`${verb}<Say>never</Say>`);
  const { calls, heard } = await callAndFinish();
  expect(calls[0]?.outcome).toBe(outcome);
  expect(heard).toEqual([]);
});

test('Hangup answers and ends the call', async () => {
  world.answerWith('<Hangup/><Say>never</Say>');
  const { calls, heard } = await callAndFinish();
  expect(calls[0]?.outcome).toBe('answered');
  expect(heard).toEqual([]);
});

test('Redirect goes to an URL relative to the document, with the method wished for', async () => {
  world.answerWith('<Redirect method="GET">next?a=1&amp;b=2</Redirect><Say>never</Say>');
  world.application.twiml('/next', '<Say>Next</Say>');
  expect((await callAndFinish()).heard).toMatchObject([{ text: 'Next' }]);
  expect(world.application.at('/next')[0]).toMatchObject({
    method: 'GET',
    isSigned: true,
    parameters: { a: '1', b: '2', From: '+819011112222' },
  });
});

test('an empty document answers and ends the call', async () => {
  world.application.on('/voice', { body: '' });
  world.setVoiceUrl(world.application.url('/voice'));
  expect((await callAndFinish()).calls[0]?.outcome).toBe('answered');
  expect(world.alerts).toEqual([]);
});
