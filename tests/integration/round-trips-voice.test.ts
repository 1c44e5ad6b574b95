import { randomBytes } from 'node:crypto';
import { WebhookClient } from '../../simulator/twilio/telephony/webhook-client';
import { type System, startSystem } from './harness';

let system: System;
let tel: string;
const asBackend = (body: object) => ({ bearer: system.keys.apiKey, body });
const pair = () => ({
  userId: system.buyer.id,
  from: system.buyer.phone,
  peerId: system.seller.id,
  to: system.seller.phone,
});
const other = () => ({ ...pair(), peerId: 'seller-2', to: '+818011112222' });
const connect = async (body: object = pair()) => {
  const answer = await system.call('/connect', asBackend(body));
  tel = answer.body.data?.tel ?? '';
};
const cleanup = () => system.call('/cleanup', asBackend({ userId: system.buyer.id }));

/** One webhook as Twilio sends it, alone: a whole call has several. */
const webhook = async (path: string, kind: 'Call' | 'Message', more: Record<string, string> = {}) => {
  const { simulator, functionsUrl, buyer } = system;
  const sid = `${kind === 'Call' ? 'CA' : 'SM'}${randomBytes(16).toString('hex')}`;
  const parameters = { [`${kind}Sid`]: sid, From: buyer.phone, To: tel, ...more };
  const request = { url: functionsUrl + path, method: 'POST', parameters, purpose: path } as const;
  const answer = await new WebhookClient(simulator.twilio).send(request);
  expect(answer?.status).toBe(200);
  return answer?.body ?? '';
};
const incomingCall = async () =>
  expect(await webhook('/voice/incoming', 'Call', { CallStatus: 'ringing' })).toContain('<Dial');
const incomingText = async () =>
  expect(await webhook('/messages/incoming', 'Message', { Body: 'こんにちは' })).toContain('<Message');
const lostCall = async () => {
  const stranger = { CallStatus: 'ringing', From: '+817033334444' };
  expect(await webhook('/voice/incoming', 'Call', stranger)).not.toContain('<Dial');
};

/** Events are written on the way, and delivered behind reports alone. */
const announcing = {
  EVENTS_URL: 'http://127.0.0.1:9/events',
  EVENTS_SECRET: `whsec_${randomBytes(32).toString('base64')}`,
};

/** Scripts are loaded into Redis by their first use; what is counted is the life after that. */
beforeAll(async () => {
  system = await startSystem({
    simulator: { plainNumbers: 3, sms: true },
    settings: { SWITCHBOARD: 'voice', PROXY_SERVICE_SID: '', ...announcing },
  });
  await connect();
  await incomingCall();
  await cleanup();
});
afterAll(() => system.stop());

describe('round trips on our own routing', () => {
  it.each([
    ['connect with a new partner', () => connect()],
    ['connect with the same partner', () => connect()],
    ['an incoming call', incomingCall],
    ['an incoming text', incomingText],
    ['a call of a stranger', lostCall],
    ['connect with another partner, one old session', () => connect(other())],
    ['cleanup', cleanup],
  ])('%s: 1 to Redis, none to Twilio', async (_, action) => {
    const { redis, twilio } = await system.roundTrips(action);
    expect({ redis, twilio }).toEqual({ redis: 1, twilio: 0 });
  });
});
