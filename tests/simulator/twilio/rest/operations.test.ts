import { readFileSync } from 'node:fs';
import type { TwilioSimulator } from '../../../../simulator/twilio';
import { BUYER, PROXY_NUMBERS, type RunningSimulator, SELLER, startSimulator } from '../support';

const [FIRST, SECOND] = PROXY_NUMBERS;
const AMERICAN = '+14155552671';
const CAPABILITIES = { voice: true, sms: true, mms: false, fax: false };

/** What `api.twilio.com` has and number masking needs. */
const ACCOUNT_OPERATIONS = [
  'FetchAccount',
  'ListCall',
  'CreateCall',
  'FetchCall',
  'UpdateCall',
  'DeleteCall',
  'ListMessage',
  'CreateMessage',
  'FetchMessage',
  'DeleteMessage',
  'ListMedia',
  'DeleteMedia',
  'ListIncomingPhoneNumber',
  'FetchIncomingPhoneNumber',
  'UpdateIncomingPhoneNumber',
];

/** Every operation id of Twilio's description of Proxy. */
function proxyOperations(): string[] {
  const file = require.resolve('@twilio/cli-core/src/services/twilio-api/twilio_proxy_v1.json');
  return [...readFileSync(file, 'utf8').matchAll(/"operationId": ?"(\w+)"/g)].map(([, id = '']) => id);
}

let running: RunningSimulator;
let simulator: TwilioSimulator;
beforeAll(async () => {
  running = await startSimulator();
  simulator = running.simulator;
  for (const phoneNumber of PROXY_NUMBERS) simulator.numbers.add({ phoneNumber, capabilities: CAPABILITIES });
});
afterAll(() => running.stop());

describe("every operation through Twilio's own client", () => {
  it('manages a service and its numbers', async () => {
    const { services } = running.client.proxy.v1;
    const callbackUrl = 'https://example.com/callback';
    const { sid } = await services.create({ uniqueName: 'first', callbackUrl, defaultTtl: 60 });
    expect(await services(sid).fetch()).toMatchObject({ uniqueName: 'first', callbackUrl, defaultTtl: 60 });
    const updated = await services(sid).update({ numberSelectionBehavior: 'avoid-sticky' });
    expect(updated).toMatchObject({ numberSelectionBehavior: 'avoid-sticky', callbackUrl, defaultTtl: 60 });
    expect(await services.list()).toHaveLength(1);
    const { phoneNumbers } = services(sid);
    const number = await phoneNumbers.create({ phoneNumber: FIRST, isReserved: true });
    expect(number).toMatchObject({ phoneNumber: FIRST, isReserved: true, inUse: 0, isoCountry: 'JP' });
    expect((await phoneNumbers(number.sid).update({ isReserved: false })).isReserved).toBe(false);
    expect((await phoneNumbers(number.sid).fetch()).capabilities).toMatchObject({ voice: true, sms: true });
    expect(await phoneNumbers.list()).toHaveLength(1);
    expect(await phoneNumbers(number.sid).remove()).toBe(true);
    expect(await services(sid).remove()).toBe(true);
    await expect(services(sid).fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
  });

  it('manages a session, its participants, its interactions and texts', async () => {
    const { services } = running.client.proxy.v1;
    const service = services((await services.create({ uniqueName: 'second' })).sid);
    for (const phoneNumber of [FIRST, SECOND]) await service.phoneNumbers.create({ phoneNumber });
    const created = await service.sessions.create({
      uniqueName: 'order-1',
      ttl: 600,
      dateExpiry: new Date(Date.now() + 600_000),
      participants: [{ Identifier: BUYER, ProxyIdentifier: FIRST, FriendlyName: 'buyer' }],
    });
    expect(created).toMatchObject({
      uniqueName: 'order-1',
      ttl: 600,
      status: 'open',
      mode: 'voice-and-message',
    });
    expect(created.toJSON()).not.toHaveProperty('participants');
    const session = service.sessions(created.sid);
    expect(await service.sessions.list()).toHaveLength(1);
    expect(await session.fetch()).toMatchObject({ dateExpiry: created.dateExpiry });

    const seller = await session.participants.create({ identifier: SELLER, proxyIdentifier: SECOND });
    expect(await session.participants(seller.sid).fetch()).toMatchObject({
      identifier: SELLER,
      proxyIdentifier: SECOND,
    });
    expect(await session.participants.list()).toHaveLength(2);

    const route = simulator.proxy.route(BUYER, FIRST);
    const call = {
      type: 'voice',
      sid: 'CA00000000000000000000000000000001',
      status: 'ringing',
      data: '',
    } as const;
    const { sid } = (route && simulator.proxy.startInteraction(route, call)) ?? { sid: '' };
    expect(await session.interactions(sid).fetch()).toMatchObject({
      type: 'voice',
      inboundResourceStatus: 'ringing',
    });
    expect(await session.interactions.list()).toHaveLength(1);
    expect(await session.interactions(sid).remove()).toBe(true);

    const { messageInteractions } = session.participants(seller.sid);
    const text = await messageInteractions.create({ body: 'hello' });
    expect(text).toMatchObject({ data: '{"body":"hello"}', outboundParticipantSid: seller.sid });
    expect(await messageInteractions(text.sid).fetch()).toMatchObject({ sid: text.sid });
    expect(await messageInteractions.list()).toHaveLength(1);

    expect(await session.participants(seller.sid).remove()).toBe(true);
    expect(await session.update({ status: 'closed' })).toMatchObject({
      status: 'closed',
      closedReason: 'api',
    });
    expect(await session.remove()).toBe(true);
    await expect(session.fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
    await expect(session.remove()).rejects.toMatchObject({ status: 404, code: 20404 });
  });

  it('reads the account, its calls, texts and numbers', async () => {
    const { client } = running;
    expect(await client.api.v2010.accounts(simulator.accountSid).fetch()).toMatchObject({ status: 'active' });
    const number = simulator.numbers.add({ phoneNumber: AMERICAN });
    expect(await client.incomingPhoneNumbers.list({ phoneNumber: AMERICAN })).toMatchObject([
      { sid: number.sid },
    ]);
    const voiceUrl = 'https://example.com/voice';
    expect(await client.incomingPhoneNumbers(number.sid).update({ voiceUrl })).toMatchObject({ voiceUrl });
    expect(await client.incomingPhoneNumbers(number.sid).fetch()).toMatchObject({ voiceUrl, smsUrl: '' });

    const call = await client.calls.create({ from: AMERICAN, to: BUYER, url: 'https://example.com/voice' });
    expect(await client.calls(call.sid).fetch()).toMatchObject({
      to: BUYER,
      status: 'queued',
      duration: null,
    });
    expect(await client.calls.list({ to: BUYER })).toHaveLength(1);
    expect(await client.calls(call.sid).update({ status: 'completed' })).toMatchObject({
      status: 'completed',
    });
    expect(await client.calls(call.sid).remove()).toBe(true);

    const message = await client.messages.create({ from: AMERICAN, to: BUYER, body: 'hello' });
    expect(await client.messages(message.sid).fetch()).toMatchObject({
      body: 'hello',
      direction: 'outbound-api',
    });
    expect(await client.messages.list({ from: AMERICAN })).toHaveLength(1);
    expect(await client.messages(message.sid).remove()).toBe(true);
  });

  it('reads and deletes the files of a text', async () => {
    const { client } = running;
    const { sid } = simulator.messages.create({
      ...{ from: BUYER, to: AMERICAN, body: '', direction: 'inbound' },
      mediaTypes: ['image/jpeg'],
    });
    const [media] = await client.messages(sid).media.list();
    expect(media).toMatchObject({ parentSid: sid, contentType: 'image/jpeg' });
    expect(
      await client
        .messages(sid)
        .media(media?.sid ?? '')
        .remove(),
    ).toBe(true);
    expect(await client.messages(sid).fetch()).toMatchObject({ numMedia: '0' });
  });

  it('left none out, and no answer that its description refuses', () => {
    const notes = simulator.log.entries({ kind: 'rest' }).map(({ note = '' }) => note);
    const done = new Set(notes.map((note) => note.split(' ')[0]));
    expect([...proxyOperations(), ...ACCOUNT_OPERATIONS].filter((id) => !done.has(id))).toEqual([]);
    expect(notes.filter((note) => /VIOLATES|SIMULATE/.test(note))).toEqual([]);
  });
});
