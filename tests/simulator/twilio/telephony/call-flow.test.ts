import { buyerNumber, plainNumber, sellerNumber, settle, World } from './world';

let world: World;
beforeEach(async () => {
  world = await World.start();
});
afterEach(() => world.stop());

const callAndFinish = async (options = {}) => {
  world.buyer.call(plainNumber, options);
  return world.buyer.waitFor((state) => state.calls.length === 1);
};

describe('a call to a number with a voice URL', () => {
  test('is a signed webhook with the standard parameters', async () => {
    world.answerWith('<Say>Hello</Say>');
    await callAndFinish();
    const [webhook] = world.application.at('/voice');
    expect(webhook?.isSigned).toBe(true);
    expect(webhook?.parameters).toMatchObject({
      AccountSid: world.twilio.accountSid,
      ApiVersion: '2010-04-01',
      CallSid: expect.stringMatching(/^CA[0-9a-f]{32}$/),
      CallStatus: 'ringing',
      Direction: 'inbound',
      From: buyerNumber,
      Caller: buyerNumber,
      To: plainNumber,
      Called: plainNumber,
      FromCountry: 'JP',
      ToCountry: 'JP',
    });
    expect(webhook?.parameters).not.toHaveProperty('ParentCallSid');
  });

  test('gets nowhere where the number carries no calls', async () => {
    world.answerWith('<Say>Hello</Say>');
    const number = world.twilio.numbers.get(plainNumber);
    if (number) number.capabilities = { ...number.capabilities, voice: false };
    const { calls, heard } = await callAndFinish();
    expect({ outcome: calls[0]?.outcome, heard }).toEqual({ outcome: 'failed', heard: [] });
    expect(world.application.received).toEqual([]);
  });

  test('hides the number of a caller who withholds it', async () => {
    world.answerWith('<Say>Hello</Say>');
    await callAndFinish({ withhold: true });
    expect(JSON.stringify(world.application.received)).not.toContain(buyerNumber.slice(1));
  });

  test('is told to the status callback when it ends', async () => {
    world.answerWith('<Say>Hello</Say>');
    world.application.on('/status', { body: '' });
    const number = world.twilio.numbers.get(plainNumber);
    if (number) number.statusCallback = world.application.url('/status');
    await callAndFinish();
    const [status] = await world.application.waitFor('/status');
    expect(status).toMatchObject({
      isSigned: true,
      parameters: { CallStatus: 'completed', CallDuration: '0' },
    });
  });

  test.each([
    ['broken XML', { body: '<Response><Say>Hi</Response>' }, /^12100/],
    ['no XML at all', { body: 'hello' }, /^12100/],
    ['another root', { body: '<Reply/>' }, /^12200/],
    ['an unknown verb', { body: '<Response><Shout>Hi</Shout></Response>' }, /^12200.*Shout/],
    ['a verb for messages', { body: '<Response><Message>Hi</Message></Response>' }, /^12200.*Message/],
    [
      'no time to ring',
      { body: '<Response><Dial timeout="0">+819055556666</Dial></Response>' },
      /^12200.*timeout/,
    ],
    ['no number of digits', { body: '<Response><Gather numDigits="0"/></Response>' }, /^12200.*numDigits/],
    ['a broken number', { body: '<Response><Record maxLength="1.5"/></Response>' }, /^12200.*maxLength/],
    ['an unknown attribute', { body: '<Response><Say speed="2">Hi</Say></Response>' }, /^12200.*speed/],
    ['a wrong nesting', { body: '<Response><Gather><Dial/></Gather></Response>' }, /^12200.*Dial/],
    ['another content type', { type: 'application/json', body: '{}' }, /^12300.*application\/json/],
    ['an error', { status: 500, body: '<Response/>' }, /^11200.*500/],
    ['too large a document', { body: `<Response><Say>${'a'.repeat(65_536)}</Say></Response>` }, /^11750/],
  ])('ends with an application error for %s', async (_case, reply, alert) => {
    world.application.on('/voice', reply);
    world.setVoiceUrl(world.application.url('/voice'));
    const { heard, calls } = await callAndFinish();
    expect(heard).toMatchObject([{ kind: 'say', text: 'An application error has occurred. Goodbye.' }]);
    expect(calls[0]?.outcome).toBe('answered');
    expect(world.alerts).toEqual([expect.stringMatching(alert)]);
  });

  test('ends with an application error when no answer comes in time', async () => {
    await world.stop();
    world = await World.start({ webhookTimeoutMs: 100 });
    world.application.on('/voice', () => new Promise(() => {}));
    world.setVoiceUrl(world.application.url('/voice'));
    await callAndFinish();
    expect(world.alerts).toEqual([expect.stringMatching(/^11200/)]);
  });

  test('carries out what stands before an error in a later document', async () => {
    world.answerWith('<Say>one</Say><Redirect>/missing</Redirect>');
    expect((await callAndFinish()).heard.map(({ text }) => text)).toEqual([
      'one',
      'An application error has occurred. Goodbye.',
    ]);
  });
});

describe('the fallback URL of a number', () => {
  const answerWithFallback = (verbs: string) => {
    world.answerWith(verbs);
    const number = world.twilio.numbers.get(plainNumber);
    if (number) number.voiceFallbackUrl = world.application.url('/fallback');
    world.application.twiml('/fallback', '<Say>Please call later</Say>');
  };

  test('is asked when a document cannot be had, with what failed and where', async () => {
    answerWithFallback('<Say>one</Say><Redirect>/missing</Redirect>');
    const { heard } = await callAndFinish();
    expect(heard.map(({ text }) => text)).toEqual(['one', 'Please call later']);
    expect(world.application.at('/fallback')).toMatchObject([
      { isSigned: true, parameters: { ErrorCode: '11200', ErrorUrl: world.application.url('/missing') } },
    ]);
  });

  test('is asked when a document cannot be carried out, and only once', async () => {
    answerWithFallback('<Shout/>');
    world.application.twiml('/fallback', '<Shout/>');
    const { heard } = await callAndFinish();
    expect(heard.map(({ text }) => text)).toEqual(['An application error has occurred. Goodbye.']);
    expect(world.application.at('/fallback')).toHaveLength(1);
  });

  test('is left alone where nothing fails', async () => {
    answerWithFallback('<Say>Hello</Say>');
    await callAndFinish();
    expect(world.application.at('/fallback')).toEqual([]);
  });
});

test('a number that was in a Proxy service keeps pointing there, and calls to it fail', async () => {
  const service = world.proxyService();
  world.answerWith('<Say>Hello</Say>');
  const number = world.twilio.proxy.numbers.add(service.sid, { phoneNumber: plainNumber });
  if ('serviceSid' in number) world.twilio.proxy.numbers.remove(number);
  const fetched = jest.spyOn(globalThis, 'fetch');
  expect((await callAndFinish()).heard).toMatchObject([
    { text: expect.stringContaining('application error') },
  ]);
  expect(fetched).not.toHaveBeenCalled();
  fetched.mockRestore();
});

describe('a call to a number that is not in service', () => {
  test.each([
    ['has no voice URL', plainNumber],
    ['nobody owns', sellerNumber],
    ['is none', 'abc'],
  ])('fails: one that %s', async (_case, to) => {
    world.buyer.call(to);
    const { calls } = await world.buyer.waitFor((state) => state.calls.length === 1);
    expect(calls[0]?.outcome).toBe('failed');
    expect(world.application.received).toEqual([]);
  });
});

test('stopping ends webhooks under way, and their calls', async () => {
  const asked = new Promise<void>((resolve) => {
    world.application.on('/voice', () => {
      resolve();
      return new Promise(() => {});
    });
  });
  world.setVoiceUrl(world.application.url('/voice'));
  world.buyer.call(plainNumber);
  await asked;
  world.telephony.stop();
  expect(world.buyer.state().status).toBe('idle');
  await world.logged({ kind: 'webhook' });
  expect(world.twilio.log.entries({ kind: 'webhook' })).toMatchObject([
    { status: 0, note: 'voice: given up' },
  ]);
});

test('stopping ends a call that waits for nothing but time', async () => {
  world.answerWith('<Pause length="600"/>');
  world.buyer.call(plainNumber);
  await world.logged({ kind: 'webhook' });
  await settle();
  world.telephony.stop();
  expect(world.buyer.state()).toMatchObject({ status: 'idle', calls: [{ outcome: 'failed' }] });
});

test('the log shows each webhook without its query', async () => {
  world.answerWith('<Say>Hello</Say>');
  world.setVoiceUrl(world.application.url('/voice?token=secret'));
  await callAndFinish();
  expect(world.twilio.log.entries({ kind: 'webhook' })).toMatchObject([
    { method: 'POST', target: world.application.url('/voice'), status: 200, note: 'voice' },
  ]);
});
