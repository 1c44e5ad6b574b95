import { sellerNumber, World } from '../world';
import { Dialling } from './dialling';

let world: World;
let dial: Dialling;
beforeEach(async () => {
  world = await World.start();
  dial = new Dialling(world);
});
afterEach(() => world.stop());

test('whispers to the callee before the two are connected', async () => {
  world.application.twiml('/whisper', '<Say>A call from the market</Say>');
  await dial.talking('answerOnBridge="true"', `<Number url="/whisper">${sellerNumber}</Number>`);
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
  await dial.talking('answerOnBridge="true"', `<Number url="/whisper">${sellerNumber}</Number>`);
  await world.seller.waitFor((state) => state.heard.length === 1);
  await world.twilio.clock.advance(6);
  expect(await dial.action()).toMatchObject({ DialCallStatus: 'completed', DialBridged: 'false' });
});

test('says of such a callee, where that reading is asked for, that nobody answered', async () => {
  await world.stop();
  world = await World.start({ unacceptedDialStatus: 'no-answer' });
  dial = new Dialling(world);
  world.application.twiml('/whisper', '<Hangup/>');
  await dial.talking('', `<Number url="/whisper">${sellerNumber}</Number>`);
  expect(await dial.action()).toMatchObject({ DialCallStatus: 'no-answer', DialBridged: 'false' });
});

test.each([
  ['<Dial>+819055556666</Dial>', /^13201.*Dial/],
  ['<Say>Hello</Say><Start><Recording/></Start>', /^12200.*Start/],
  ['<Pause length="60"/>', /^12200.*Pause/],
  ['<Redirect>/after</Redirect>', /^12200.*Redirect/],
])('refuses in a whisper what Twilio does not support there: %s', async (verbs, alert) => {
  world.application.twiml('/whisper', verbs);
  await dial.talking('', `<Number url="/whisper">${sellerNumber}</Number>`);
  expect(await dial.action()).toMatchObject({ DialBridged: 'false' });
  expect(world.alerts).toEqual([expect.stringMatching(alert)]);
  expect(world.seller.state().heard).toMatchObject([{ text: 'An application error has occurred. Goodbye.' }]);
});

test('hangs up the callee when the caller does during the whisper', async () => {
  world.application.twiml('/whisper', '<Gather timeout="60"/>');
  await dial.talking('', `<Number url="/whisper">${sellerNumber}</Number>`);
  world.buyer.hangUp();
  await world.seller.waitFor((state) => state.status === 'idle');
});
