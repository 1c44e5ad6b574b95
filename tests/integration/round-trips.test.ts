import { listen, talk } from '../../scripts/demo/phones';
import { type System, startSystem } from './harness';

let system: System;
const third = { peerId: 'seller-2', to: '+818011112222' };
const asBackend = (body: object) => ({ bearer: system.keys.apiKey, body });
const pair = () => ({
  userId: system.buyer.id,
  from: system.buyer.phone,
  peerId: system.seller.id,
  to: system.seller.phone,
});

/** Scripts are loaded into Redis by their first use; what is counted is the life after that. */
beforeAll(async () => {
  system = await startSystem({ simulator: { numbers: 3 } });
  await system.call('/connect', asBackend(pair()));
  await system.call('/connect', asBackend(pair()));
  await system.call('/cleanup', asBackend({ userId: system.buyer.id }));
});
afterAll(() => system.stop());

describe('round trips', () => {
  it('connect with a new partner: 2 to Redis, 1 to Twilio', async () => {
    const cost = await system.roundTrips(() => system.call('/connect', { bearer: system.buyer.ticket }));
    expect(cost).toEqual({ redis: 2, twilio: 1, webhooks: 0 });
  });

  it('connect with the same partner: 1 to Redis, none to Twilio', async () => {
    const cost = await system.roundTrips(() => system.call('/connect', { bearer: system.buyer.ticket }));
    expect(cost).toEqual({ redis: 1, twilio: 0, webhooks: 0 });
  });

  it('connect with another partner: the old session is deleted beside the create', async () => {
    const other = { ...pair(), ...third };
    const cost = await system.roundTrips(() => system.call('/connect', asBackend(other)));
    expect(cost).toEqual({ redis: 2, twilio: 2, webhooks: 0 });
  });

  it('a call: 1 to Redis for the intercept callback and 1 for each report', async () => {
    const { body } = await system.call('/connect', { bearer: system.buyer.ticket });
    const aCall = () => talk(system.buyer.handset, system.seller.handset, body.data?.tel ?? '');
    await aCall();
    const { redis, twilio, webhooks } = await system.roundTrips(aCall);
    expect(webhooks).toBeGreaterThan(1);
    expect({ redis, twilio }).toEqual({ redis: webhooks, twilio: 0 });
  });

  it('an incoming call out of session: 1 to Redis', async () => {
    const [number = ''] = system.simulator.numbers;
    const stranger = system.simulator.telephony.handset('+817033334444');
    await listen(stranger, number);
    const cost = await system.roundTrips(() => listen(stranger, number));
    expect(cost).toEqual({ redis: 1, twilio: 0, webhooks: 1 });
  });
});
