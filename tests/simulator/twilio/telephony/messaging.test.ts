import { buyerNumber, buyersProxy, plainNumber, sellerNumber, settle, World } from './world';

let world: World;
beforeEach(async () => {
  world = await World.start();
  const number = world.twilio.numbers.get(plainNumber);
  if (number) number.smsUrl = world.application.url('/sms');
});
afterEach(() => world.stop());

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

test('a webhook is asked again as often as the fragment of its URL says, which is neither sent nor signed', async () => {
  world.application.twiml('/sms', '<Message statusCallback="/delivery#rc=2&amp;rp=5xx">one</Message>');
  const statuses = [503, 500, 200, 404];
  world.application.on('/delivery', () => ({ status: statuses.shift() ?? 200 }));
  world.buyer.text(plainNumber, 'hi');
  const webhooks = await world.application.waitFor('/delivery', 4);
  await settle();
  expect(webhooks.map(({ isSigned }) => isSigned)).toEqual([true, true, true, true]);
  expect(statuses).toEqual([]);
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

describe('opt-out words', () => {
  beforeEach(() => world.application.twiml('/sms', `<Message to="${buyerNumber}">relayed</Message>`));
  const bodies = () => world.buyer.state().texts.map(({ body }) => body);

  test.each(['STOP', ' stopall ', 'Unsubscribe', 'cancel'])(
    '%j is answered by Twilio, passed on without OptOutType, and obeyed for this number',
    async (word) => {
      world.buyer.text(plainNumber, word);
      const [webhook] = await world.application.waitFor('/sms');
      expect(webhook?.parameters).toMatchObject({ Body: word });
      expect(webhook?.parameters).not.toHaveProperty('OptOutType');
      await world.logged({ method: 'ALERT' });
      expect(world.alerts).toEqual([expect.stringMatching(/^21610/)]);
      expect(bodies()).toEqual([word, expect.stringContaining('no more messages')]);
      expect(world.twilio.optOuts.forbids(plainNumber, buyerNumber)).toBe(true);
      expect(world.twilio.optOuts.forbids(buyersProxy, buyerNumber)).toBe(false);
    },
  );

  test('START ends it', async () => {
    world.buyer.text(plainNumber, 'STOP');
    world.buyer.text(plainNumber, 'start');
    await world.application.waitFor('/sms', 2);
    await settle();
    expect(bodies().at(-1)).toBe('relayed');
  });

  test('a sentence with such a word is a text like any other', async () => {
    world.buyer.text(plainNumber, 'Please stop at the station');
    expect(await received(1)).toEqual([[plainNumber, 'relayed']]);
  });
});

test('a long Japanese text with emoji goes through whole, and is counted in segments', async () => {
  const long = `${'今日は駅前で待っています。'.repeat(100)}🎸👨‍👩‍👧`;
  world.application.on('/sms', ({ parameters }) => ({
    body: `<Response><Message to="${sellerNumber}">${parameters.Body}</Message></Response>`,
  }));
  world.buyer.text(plainNumber, long);
  const { texts } = await world.seller.waitFor((state) => state.texts.length === 1);
  expect(texts[0]?.body).toBe(long);
  expect(Number(world.application.at('/sms')[0]?.parameters.NumSegments)).toBe(Math.ceil(long.length / 67));
});

describe('files', () => {
  beforeEach(() => world.application.twiml('/sms', '<Message>no files, please</Message>'));

  test('arrive as an MMS where the number can take one', async () => {
    const number = world.twilio.numbers.get(plainNumber);
    if (number) number.capabilities.mms = true;
    world.buyer.text(plainNumber, '', ['image/jpeg', 'image/png']);
    const [webhook] = await world.application.waitFor('/sms');
    expect(webhook?.parameters).toMatchObject({
      MessageSid: expect.stringMatching(/^MM[0-9a-f]{32}$/),
      NumMedia: '2',
      MediaContentType0: 'image/jpeg',
      MediaUrl1: expect.stringMatching(/\/Messages\/MM\w+\/Media\/ME[0-9a-f]{32}$/),
    });
  });

  test('do not arrive anywhere else', () => {
    expect(world.buyer.text(plainNumber, 'look', ['image/jpeg']).status).toBe('undelivered');
  });
});

test.each([
  ['nothing to say', '<Message/>', /^14103/],
  ['a receiver that is no number', '<Message to="090">hi</Message>', /^21211/],
  ['somebody else’s number as sender', `<Message from="${sellerNumber}">hi</Message>`, /^21606/],
])('Message with %s is an alert and no text', async (_case, verbs, alert) => {
  world.application.twiml('/sms', verbs);
  world.buyer.text(plainNumber, 'hi');
  await world.logged({ method: 'ALERT' });
  expect(world.alerts).toEqual([expect.stringMatching(alert)]);
  expect([...world.twilio.messages.records]).toHaveLength(1);
});

test('a text that cannot be delivered says so, and why', async () => {
  world.application.twiml('/sms', `<Message to="${buyersProxy}" statusCallback="/delivery">hi</Message>`);
  world.application.on('/delivery', { body: '' });
  world.buyer.text(plainNumber, 'hi');
  const webhooks = await world.application.waitFor('/delivery', 2);
  const last = webhooks.find(({ parameters }) => parameters.MessageStatus === 'undelivered');
  expect(last?.parameters.ErrorCode).toBe('30003');
});

test('the fallback URL of a number is asked when the answer to a text fails', async () => {
  const number = world.twilio.numbers.get(plainNumber);
  if (number) number.smsFallbackUrl = world.application.url('/fallback');
  world.application.on('/sms', { status: 500 });
  world.application.twiml('/fallback', '<Message>later</Message>');
  world.buyer.text(plainNumber, 'hi');
  expect(await received(1)).toEqual([[plainNumber, 'later']]);
  expect(world.application.at('/fallback')[0]?.parameters).toMatchObject({ ErrorCode: '11200', Body: 'hi' });
});
