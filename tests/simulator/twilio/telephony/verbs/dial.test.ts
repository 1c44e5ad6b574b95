import { buyerNumber, plainNumber, sellerNumber, sellersProxy, settle, World } from '../world';

let world: World;
beforeEach(async () => {
  world = await World.start();
  world.application.twiml('/after', '<Say>after</Say>');
  world.application.on('/progress', { body: '' });
});
afterEach(async () => {
  expect(world.defects).toEqual([]);
  await world.stop();
});

const start = (attributes: string, content: string = sellerNumber) => {
  world.answerWith(`<Dial action="/after" ${attributes}>${content}</Dial><Say>next</Say>`);
  world.buyer.call(plainNumber);
};
const ringing = () => world.seller.waitFor((state) => state.status === 'ringing');
const finished = () => world.buyer.waitFor((state) => state.calls.length === 1);
const action = async () => (await world.application.waitFor('/after'))[0]?.parameters;

const talking = async (attributes = '', content: string = sellerNumber) => {
  start(attributes, content);
  await ringing();
  world.seller.answer();
  await world.seller.waitFor((state) => state.status === 'in-call');
  await settle();
};

test('shows the caller id that is given, else the caller', async () => {
  start(`callerId="${sellersProxy}"`);
  expect((await ringing()).call?.other).toBe(sellersProxy);
  world.seller.decline();
  await finished();
  start('');
  expect((await ringing()).call?.other).toBe(buyerNumber);
});

test('answers the caller at once, or with answerOnBridge when the callee does', async () => {
  start('');
  await ringing();
  expect(world.buyer.state().status).toBe('in-call');
  world.buyer.hangUp();
  await world.seller.waitFor((state) => state.status === 'idle');
  start('answerOnBridge="true"');
  await ringing();
  expect(world.buyer.state().status).toBe('dialling');
  world.seller.answer();
  await world.buyer.waitFor((state) => state.status === 'in-call');
});

test('refuses a caller id that is neither the account’s nor one of the call', async () => {
  start('callerId="+819055556666"');
  expect(await action()).toMatchObject({ DialCallStatus: 'failed', DialBridged: 'false' });
  expect(world.alerts).toEqual([expect.stringMatching(/^13214/)]);
  expect(world.seller.state().calls).toEqual([]);
});

test('tells the action how long the conversation was', async () => {
  await talking();
  await world.twilio.clock.advance(7);
  world.seller.hangUp();
  expect(await action()).toMatchObject({
    DialCallStatus: 'completed',
    DialCallDuration: '7',
    DialCallSid: expect.stringMatching(/^CA/),
    DialBridged: 'true',
    CallStatus: 'in-progress',
  });
  expect((await finished()).heard.map(({ text }) => text)).toEqual(['after']);
});

test('tells the action even after the caller hung up, whose phone then hears nothing', async () => {
  await talking();
  world.buyer.hangUp();
  expect(await action()).toMatchObject({ DialCallStatus: 'completed', CallStatus: 'completed' });
  expect(world.buyer.state().heard).toEqual([]);
  expect(world.seller.state().status).toBe('idle');
});

test('counts a callee who hangs up in the very moment of answering as connected', async () => {
  start('');
  await ringing();
  world.seller.answer();
  world.seller.hangUp();
  expect(await action()).toMatchObject({ DialCallStatus: 'completed', DialCallDuration: '0' });
});

test('goes on with the next verb where no action is given', async () => {
  world.answerWith(`<Dial>${sellerNumber}</Dial><Say>next</Say>`);
  world.buyer.call(plainNumber);
  await ringing();
  world.seller.decline();
  expect((await finished()).heard.map(({ text }) => text)).toEqual(['next']);
});

test.each([
  ['busy', () => world.seller.decline()],
  ['no-answer', () => world.twilio.clock.advance(13)],
  ['canceled', () => world.buyer.hangUp()],
])('says %s when so it ended', async (status, act) => {
  start('timeout="12"');
  await ringing();
  await act();
  expect(await action()).toMatchObject({ DialCallStatus: status });
});

test.each([
  ['a number of the account', sellersProxy, []],
  ['no number', '090-1234-5678', [expect.stringMatching(/^13223/)]],
])('fails for %s', async (_case, to, alerts) => {
  start('', to);
  expect(await action()).toMatchObject({ DialCallStatus: 'failed' });
  expect(world.alerts).toEqual(alerts);
});

test('ends the conversation at the time limit, after which the caller goes on', async () => {
  await talking('timeLimit="60"');
  await world.twilio.clock.advance(61);
  expect(await action()).toMatchObject({ DialCallStatus: 'completed', DialCallDuration: '60' });
  await world.seller.waitFor((state) => state.status === 'idle');
});

test('ends the conversation when the caller presses * where that is wished for', async () => {
  await talking('hangupOnStar="true"');
  world.buyer.press('1*');
  expect(await action()).toMatchObject({ DialCallStatus: 'completed' });
});

test('does not end it on * otherwise', async () => {
  await talking();
  world.buyer.press('*');
  expect(world.seller.state().status).toBe('in-call');
});

test('whispers to the callee before the two are connected', async () => {
  world.application.twiml('/whisper', '<Say>A call from the market</Say>');
  await talking('answerOnBridge="true"', `<Number url="/whisper">${sellerNumber}</Number>`);
  await world.buyer.waitFor((state) => state.status === 'in-call');
  expect(world.seller.state().heard).toMatchObject([{ text: 'A call from the market' }]);
  expect(world.buyer.state().heard).toEqual([]);
  expect(world.application.at('/whisper')[0]).toMatchObject({
    isSigned: true,
    parameters: { Direction: 'outbound-dial', To: sellerNumber, ParentCallSid: expect.stringMatching(/^CA/) },
  });
});

test('does not connect a callee whom the whisper hangs up', async () => {
  world.application.twiml(
    '/whisper',
    '<Gather numDigits="1" timeout="5"><Say>Press 1</Say></Gather><Hangup/>',
  );
  await talking('answerOnBridge="true"', `<Number url="/whisper">${sellerNumber}</Number>`);
  await world.seller.waitFor((state) => state.heard.length === 1);
  await world.twilio.clock.advance(6);
  expect(await action()).toMatchObject({ DialCallStatus: 'completed', DialBridged: 'false' });
});

test('says of such a callee, where that reading is asked for, that nobody answered', async () => {
  await world.stop();
  world = await World.start({ unacceptedDialStatus: 'no-answer' });
  world.application.twiml('/after', '<Say>after</Say>');
  world.application.twiml('/whisper', '<Hangup/>');
  await talking('', `<Number url="/whisper">${sellerNumber}</Number>`);
  expect(await action()).toMatchObject({ DialCallStatus: 'no-answer', DialBridged: 'false' });
});

test.each([
  ['<Dial>+819055556666</Dial>', /^13201.*Dial/],
  ['<Say>Hello</Say><Start><Recording/></Start>', /^12200.*Start/],
  ['<Pause length="60"/>', /^12200.*Pause/],
  ['<Redirect>/after</Redirect>', /^12200.*Redirect/],
])('refuses in a whisper what Twilio does not support there: %s', async (verbs, alert) => {
  world.application.twiml('/whisper', verbs);
  await talking('', `<Number url="/whisper">${sellerNumber}</Number>`);
  expect(await action()).toMatchObject({ DialBridged: 'false' });
  expect(world.alerts).toEqual([expect.stringMatching(alert)]);
  expect(world.seller.state().heard).toMatchObject([{ text: 'An application error has occurred. Goodbye.' }]);
});

test('hangs up the callee when the caller does during the whisper', async () => {
  world.application.twiml('/whisper', '<Gather timeout="60"/>');
  await talking('', `<Number url="/whisper">${sellerNumber}</Number>`);
  world.buyer.hangUp();
  await world.seller.waitFor((state) => state.status === 'idle');
});

test('rings several phones at once; the first to answer is connected and the others stop', async () => {
  const third = world.telephony.handset('+819055556666');
  await talking('', `<Number>${third.number}</Number><Number>${sellerNumber}</Number>`);
  const { calls } = await third.waitFor((state) => state.status === 'idle' && state.calls.length === 1);
  expect(calls[0]?.outcome).toBe('missed');
});

test('reports the events that were asked for, in order', async () => {
  const events = 'statusCallbackEvent="initiated ringing answered completed"';
  await talking('', `<Number statusCallback="/progress" ${events}>${sellerNumber}</Number>`);
  await world.twilio.clock.advance(3);
  world.seller.hangUp();
  const webhooks = await world.application.waitFor('/progress', 4);
  expect(webhooks.map(({ parameters }) => parameters.CallStatus)).toEqual([
    ...['initiated', 'ringing', 'in-progress', 'completed'],
  ]);
  expect(webhooks.map(({ parameters }) => parameters.SequenceNumber)).toEqual(['0', '1', '2', '3']);
  expect(webhooks[3]).toMatchObject({
    isSigned: true,
    parameters: { CallDuration: '3', CallbackSource: 'call-progress-events', Direction: 'outbound-dial' },
  });
});

test('reports only the end where no events are named', async () => {
  start('', `<Number statusCallback="/progress">${sellerNumber}</Number>`);
  await ringing();
  world.seller.decline();
  const webhooks = await world.application.waitFor('/progress');
  expect(webhooks.map(({ parameters }) => parameters.CallStatus)).toEqual(['busy']);
});

describe('with record', () => {
  const record = 'record="record-from-answer-dual" recordingStatusCallback="/recorded"';
  beforeEach(() => world.application.on('/recorded', { body: '' }));

  test('records the conversation, with the light on at both phones, and tells of it', async () => {
    await talking(record);
    await world.buyer.waitFor((state) => state.call?.isRecorded === true);
    await world.seller.waitFor((state) => state.call?.isRecorded === true);
    await world.twilio.clock.advance(4);
    world.seller.hangUp();
    const [recorded] = await world.application.waitFor('/recorded');
    await finished();
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
    expect(await action()).toMatchObject({ RecordingUrl: url });
  });

  test('records a whisper too, for it begins with the answer', async () => {
    world.application.twiml('/whisper', '<Gather timeout="5"><Say>Press 1</Say></Gather><Hangup/>');
    await talking(record, `<Number url="/whisper">${sellerNumber}</Number>`);
    expect(world.seller.state().call?.isRecorded).toBe(true);
    await world.twilio.clock.advance(6);
    expect((await action())?.RecordingUrl).toBeDefined();
  });

  test('records nothing where nobody answers', async () => {
    start(record);
    await ringing();
    world.seller.decline();
    await finished();
    expect(world.telephony.recordings).toEqual([]);
  });

  test('tells of each event that was asked for, and refuses one that does not exist', async () => {
    await talking(`${record} recordingStatusCallbackEvent="in-progress completed absent"`);
    world.seller.hangUp();
    const told = await world.application.waitFor('/recorded', 2);
    expect(told.map(({ parameters }) => parameters.RecordingStatus)).toEqual(['in-progress', 'absent']);
    await finished();
    start(`${record} recordingStatusCallbackEvent="done"`);
    await world.buyer.waitFor((state) => state.calls.length === 2);
    expect(world.alerts).toEqual([expect.stringMatching(/^12200.*done/)]);
  });
});
