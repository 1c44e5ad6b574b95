import { buyerNumber, plainNumber, sellerNumber, sellersProxy, World } from '../world';
import { Dialling } from './dialling';

let world: World;
let dial: Dialling;
beforeEach(async () => {
  world = await World.start();
  dial = new Dialling(world);
});
afterEach(() => world.stop());

test('shows the caller id that is given, else the caller', async () => {
  dial.start(`callerId="${sellersProxy}"`);
  expect((await dial.ringing()).call?.other).toBe(sellersProxy);
  world.seller.decline();
  await dial.finished();
  dial.start('');
  expect((await dial.ringing()).call?.other).toBe(buyerNumber);
});

test('answers the caller at once, or with answerOnBridge when the callee does', async () => {
  dial.start('');
  await dial.ringing();
  expect(world.buyer.state().status).toBe('in-call');
  world.buyer.hangUp();
  await world.seller.waitFor((state) => state.status === 'idle');
  dial.start('answerOnBridge="true"');
  await dial.ringing();
  expect(world.buyer.state().status).toBe('dialling');
  world.seller.answer();
  await world.buyer.waitFor((state) => state.status === 'in-call');
});

test('refuses a caller id that is neither the account’s nor one of the call', async () => {
  dial.start('callerId="+819055556666"');
  expect(await dial.action()).toMatchObject({ DialCallStatus: 'failed', DialBridged: 'false' });
  expect(world.alerts).toEqual([expect.stringMatching(/^13214/)]);
  expect(world.seller.state().calls).toEqual([]);
});

test('tells the action how long the conversation was', async () => {
  await dial.talking();
  await world.twilio.clock.advance(7);
  world.seller.hangUp();
  expect(await dial.action()).toMatchObject({
    DialCallStatus: 'completed',
    DialCallDuration: '7',
    DialCallSid: expect.stringMatching(/^CA/),
    DialBridged: 'true',
    CallStatus: 'in-progress',
  });
  expect((await dial.finished()).heard.map(({ text }) => text)).toEqual(['after']);
});

test('tells the action even after the caller hung up, whose phone then hears nothing', async () => {
  await dial.talking();
  world.buyer.hangUp();
  expect(await dial.action()).toMatchObject({ DialCallStatus: 'completed', CallStatus: 'completed' });
  expect(world.buyer.state().heard).toEqual([]);
  expect(world.seller.state().status).toBe('idle');
});

test('counts a callee who hangs up in the very moment of answering as connected', async () => {
  dial.start('');
  await dial.ringing();
  world.seller.answer();
  world.seller.hangUp();
  expect(await dial.action()).toMatchObject({ DialCallStatus: 'completed', DialCallDuration: '0' });
});

test('goes on with the next verb where no action is given', async () => {
  world.answerWith(`<Dial>${sellerNumber}</Dial><Say>next</Say>`);
  world.buyer.call(plainNumber);
  await dial.ringing();
  world.seller.decline();
  expect((await dial.finished()).heard.map(({ text }) => text)).toEqual(['next']);
});

test.each([
  ['busy', () => world.seller.decline()],
  ['no-answer', () => world.twilio.clock.advance(13)],
  ['canceled', () => world.buyer.hangUp()],
])('says %s when so it ended', async (status, act) => {
  dial.start('timeout="12"');
  await dial.ringing();
  await act();
  expect(await dial.action()).toMatchObject({ DialCallStatus: status });
});

test.each([
  ['a number of the account', sellersProxy, []],
  ['no number', '090-1234-5678', [expect.stringMatching(/^13223/)]],
])('fails for %s', async (_case, to, alerts) => {
  dial.start('', to);
  expect(await dial.action()).toMatchObject({ DialCallStatus: 'failed' });
  expect(world.alerts).toEqual(alerts);
});

test('ends the conversation at the time limit, after which the caller goes on', async () => {
  await dial.talking('timeLimit="60"');
  await world.twilio.clock.advance(61);
  expect(await dial.action()).toMatchObject({ DialCallStatus: 'completed', DialCallDuration: '60' });
  await world.seller.waitFor((state) => state.status === 'idle');
});

test('ends the conversation when the caller presses * where that is wished for', async () => {
  await dial.talking('hangupOnStar="true"');
  world.buyer.press('1*');
  expect(await dial.action()).toMatchObject({ DialCallStatus: 'completed' });
});

test('does not end it on * otherwise', async () => {
  await dial.talking();
  world.buyer.press('*');
  expect(world.seller.state().status).toBe('in-call');
});

test('rings several phones at once; the first to answer is connected and the others stop', async () => {
  const third = world.telephony.handset('+819055556666');
  await dial.talking('', `<Number>${third.number}</Number><Number>${sellerNumber}</Number>`);
  const { calls } = await third.waitFor((state) => state.status === 'idle' && state.calls.length === 1);
  expect(calls[0]?.outcome).toBe('missed');
});

test('reports the events that were asked for, in order', async () => {
  const events = 'statusCallbackEvent="initiated ringing answered completed"';
  await dial.talking('', `<Number statusCallback="/progress" ${events}>${sellerNumber}</Number>`);
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
  dial.start('', `<Number statusCallback="/progress">${sellerNumber}</Number>`);
  await dial.ringing();
  world.seller.decline();
  const webhooks = await world.application.waitFor('/progress');
  expect(webhooks.map(({ parameters }) => parameters.CallStatus)).toEqual(['busy']);
});
