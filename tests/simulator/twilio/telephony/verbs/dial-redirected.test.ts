import { plainNumber, settle, World } from '../world';

let world: World;
beforeEach(async () => {
  world = await World.start();
  world.application.on('/status', { body: '' });
  world.application.twiml(
    '/after',
    '<Say>after</Say><Dial><Conference beep="false">room</Conference></Dial>',
  );
});
afterEach(() => world.stop());

const room =
  '<Response><Say>soon over</Say><Dial><Conference beep="false">room</Conference></Dial></Response>';

/** The buyer and the seller talk; answers the sids of the buyer's call and of the one to the seller. */
async function talk(number = '<Number>+819033334444</Number>') {
  world.answerWith(`<Dial action="/after" answerOnBridge="true">${number}</Dial>`);
  const { callSid } = world.buyer.call(plainNumber);
  await world.seller.waitFor(({ status }) => status === 'ringing');
  world.seller.answer();
  await world.buyer.waitFor(({ status }) => status === 'in-call');
  const called = [...world.twilio.calls.records].find(({ parentCallSid }) => parentCallSid === callSid);
  return { callSid, called };
}
const heard = (phone: World['buyer']) => phone.state().heard.map(({ text }) => text);

describe('a called phone that is sent to other instructions', () => {
  it('follows them, and the <Dial> is over for its caller', async () => {
    const { called } = await talk();
    if (called) world.twilio.telephony.redirectCall(called, { twiml: room });
    const [asked] = await world.application.waitFor('/after');
    expect(asked?.parameters).toMatchObject({ DialCallStatus: 'answered', DialBridged: 'true' });
    expect(asked?.parameters).not.toHaveProperty('DialCallDuration');
    await world.buyer.waitFor((state) => state.heard.length > 0);
    expect([heard(world.buyer), heard(world.seller)]).toEqual([['after'], ['soon over']]);
  });

  it('finds its caller again in a conference', async () => {
    const { called } = await talk();
    if (called) world.twilio.telephony.redirectCall(called, { twiml: room });
    await world.application.waitFor('/after');
    while ([...world.twilio.conferences.records][0]?.status !== 'in-progress') await settle(1);
    world.buyer.say('hello again');
    await world.seller.waitFor(() => heard(world.seller).includes('hello again'));
  });

  it('is not hung up with its caller any more', async () => {
    const { called } = await talk();
    if (called) world.twilio.telephony.redirectCall(called, { twiml: room });
    world.buyer.hangUp();
    await world.application.waitFor('/after');
    expect(world.seller.state().status).toBe('in-call');
  });

  it('stays where it is while it hears a whisper', async () => {
    world.application.twiml('/whisper', '<Say>a call</Say><Gather timeout="10"/>');
    world.answerWith(
      `<Dial action="/after" answerOnBridge="true"><Number url="${world.application.url('/whisper')}">+819033334444</Number></Dial>`,
    );
    world.buyer.call(plainNumber);
    await world.seller.waitFor(({ status }) => status === 'ringing');
    world.seller.answer();
    await world.seller.waitFor(() => heard(world.seller).includes('a call'));
    const called = [...world.twilio.calls.records].find(({ parentCallSid }) => parentCallSid !== null);
    if (called) world.twilio.telephony.redirectCall(called, { twiml: room });
    expect(heard(world.seller)).toEqual(['a call']);
    expect(world.application.at('/after')).toEqual([]);
  });
});
