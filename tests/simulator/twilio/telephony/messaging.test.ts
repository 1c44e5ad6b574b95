import { buyerNumber, plainNumber, World } from './world';

let world: World;
beforeEach(async () => {
  world = await World.start();
  const number = world.twilio.numbers.get(plainNumber);
  if (number) number.smsUrl = world.application.url('/sms');
});
afterEach(async () => {
  expect(world.defects).toEqual([]);
  await world.stop();
});

const received = async (count: number) => {
  const { texts } = await world.buyer.waitFor((state) => state.texts.length === count + 1);
  return texts.slice(1).map(({ other, body }) => [other, body]);
};

test('a text to a number with an SMS URL is a signed webhook', async () => {
  world.application.twiml('/sms', '');
  world.buyer.text(plainNumber, 'こんにちは');
  const [webhook] = await world.application.waitFor('/sms');
  expect(webhook).toMatchObject({
    isSigned: true,
    parameters: {
      From: buyerNumber,
      To: plainNumber,
      Body: 'こんにちは',
      MessageSid: expect.stringMatching(/^SM[0-9a-f]{32}$/),
      SmsStatus: 'received',
    },
  });
});

test('Message answers the sender, or goes where it says', async () => {
  const to = '+819055556666';
  world.application.twiml('/sms', `<Message>one</Message><Message to="${to}"><Body>two</Body></Message>`);
  world.buyer.text(plainNumber, 'hi');
  expect(await received(1)).toEqual([[plainNumber, 'one']]);
  const { texts } = await world.telephony.handset(to).waitFor((state) => state.texts.length === 1);
  expect(texts[0]?.body).toBe('two');
});

test('Message reports its delivery', async () => {
  world.application.twiml('/sms', '<Message statusCallback="/delivery">one</Message>');
  world.application.on('/delivery', { body: '' });
  world.buyer.text(plainNumber, 'hi');
  const webhooks = await world.application.waitFor('/delivery', 2);
  expect(webhooks.map(({ parameters }) => parameters.MessageStatus).sort()).toEqual(['delivered', 'sent']);
});

test('Redirect goes to another document', async () => {
  world.application.twiml('/sms', '<Redirect>other</Redirect>');
  world.application.twiml('/other', '<Message>other</Message>');
  world.buyer.text(plainNumber, 'hi');
  expect(await received(1)).toEqual([[plainNumber, 'other']]);
});

test.each([
  ['a verb for calls', { body: '<Response><Say>Hi</Say></Response>' }, /^12200/],
  ['broken XML', { body: '<Response>' }, /^12100/],
  ['another content type', { type: 'text/plain', body: 'Hi' }, /^12300/],
  ['an error', { status: 500 }, /^11200/],
])('%s is an alert and no text', async (_case, reply, alert) => {
  world.application.on('/sms', reply);
  world.buyer.text(plainNumber, 'hi');
  await world.logged({ method: 'ALERT' });
  expect(world.alerts).toEqual([expect.stringMatching(alert)]);
  expect(world.buyer.state().texts).toHaveLength(1);
});
