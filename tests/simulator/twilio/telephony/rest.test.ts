import { Telephony } from '../../../../simulator/twilio/telephony/telephony';
import { type RunningSimulator, startSimulator } from '../support';
import { Application } from './application';
import { buyerNumber, buyersProxy, sellerNumber, sellersProxy, settle } from './world';

let running: RunningSimulator;
let telephony: Telephony;
let application: Application;
beforeEach(async () => {
  running = await startSimulator();
  const { simulator } = running;
  telephony = new Telephony(simulator);
  simulator.telephony = telephony.rest;
  application = new Application(simulator.authToken);
  await application.start();
  const capabilities = { voice: true, sms: true, mms: false, fax: false };
  for (const phoneNumber of [buyersProxy, sellersProxy]) simulator.numbers.add({ phoneNumber, capabilities });
});
afterEach(async () => {
  telephony.stop();
  await application.stop();
  await running.stop();
});

describe("through Twilio's own client", () => {
  test('a service and a session are all it takes for one phone to ring another', async () => {
    application.on('/intercept', { body: '' });
    const { client, simulator } = running;
    const service = await client.proxy.v1.services.create({
      uniqueName: 'market',
      interceptCallbackUrl: application.url('/intercept'),
    });
    const { sessions, phoneNumbers } = client.proxy.v1.services(service.sid);
    for (const phoneNumber of [buyersProxy, sellersProxy]) await phoneNumbers.create({ phoneNumber });
    const session = await sessions.create({
      uniqueName: 'pair',
      mode: 'voice-only',
      ttl: 600,
      participants: [
        { Identifier: buyerNumber, ProxyIdentifier: buyersProxy, FriendlyName: 'buyer' },
        { Identifier: sellerNumber, ProxyIdentifier: sellersProxy, FriendlyName: 'seller' },
      ],
    });
    const [buyer, seller] = [telephony.handset(buyerNumber), telephony.handset(sellerNumber)];
    const { callSid } = buyer.call(buyersProxy);
    expect((await seller.waitFor((state) => state.status === 'ringing')).call?.other).toBe(sellersProxy);
    seller.answer();
    await buyer.waitFor((state) => state.status === 'in-call');
    await settle();
    await simulator.clock.advance(8);
    seller.hangUp();
    await buyer.waitFor((state) => state.status === 'idle');
    const [interaction] = await sessions(session.sid).interactions.list();
    expect(interaction).toMatchObject({
      type: 'voice',
      data: '{"duration":"8"}',
      inboundResourceSid: callSid,
      inboundResourceStatus: 'completed',
      outboundResourceStatus: 'completed',
    });
    expect(await client.calls(callSid).fetch()).toMatchObject({
      status: 'completed',
      duration: '8',
      direction: 'inbound',
    });
  });

  test('calls and texts can be placed, and calls ended', async () => {
    const { client } = running;
    const seller = telephony.handset(sellerNumber);
    const call = await client.calls.create({
      from: buyersProxy,
      to: sellerNumber,
      twiml: '<Response><Say>Hello</Say><Pause length="600"/></Response>',
    });
    await seller.waitFor((state) => state.status === 'ringing');
    seller.answer();
    await seller.waitFor((state) => state.heard.length === 1);
    await client.calls(call.sid).update({ status: 'completed' });
    await seller.waitFor((state) => state.status === 'idle');
    await client.messages.create({ from: buyersProxy, to: sellerNumber, body: 'missed call' });
    const { texts } = await seller.waitFor((state) => state.texts.length === 1);
    expect(texts[0]).toMatchObject({ other: buyersProxy, body: 'missed call' });
  });
});
