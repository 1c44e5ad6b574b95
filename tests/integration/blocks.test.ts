import { hasTalked, listen, talk } from '../../scripts/demo/phones';
import type { E164 } from '../../simulator/twilio/model';
import { type System, startSystem } from './harness';

let system: System;

const connect = async (from: 'buyer' | 'seller') => system.call('/connect', { bearer: system[from].ticket });
const block = (from: 'buyer' | 'seller', action: 'add' | 'remove') =>
  system.call('/blocks', { bearer: system[from].ticket, body: { action } });

describe.each([
  ['proxy', {}],
  ['voice', { SWITCHBOARD: 'voice', PROXY_SERVICE_SID: '' }],
])('on the switchboard "%s"', (_, settings) => {
  beforeAll(async () => {
    system = await startSystem({ simulator: { sms: true }, settings });
  });
  afterAll(() => system.stop());

  it('a block in the middle of a session refuses the next call and text with the ordinary notice', async () => {
    const { buyer, seller, simulator } = system;
    const tel = (await connect('buyer')).body.data?.tel as E164;
    await talk(buyer.handset, seller.handset, tel);
    expect(hasTalked(seller.handset)).toBe(true);
    const before = seller.handset.state();

    expect((await block('seller', 'add')).status).toBe(200);
    const notice = await listen(buyer.handset, tel);
    expect(notice).toContain('通話の受付は終了しました');
    expect(notice).not.toMatch(/ブロック|block/i);
    buyer.handset.text(tel, '駅に着きました');
    await buyer.handset.waitFor(({ texts }) => texts.some(({ body }) => body.includes('受付は終了しました')));
    expect(seller.handset.state()).toMatchObject({ calls: before.calls, texts: before.texts });
    expect(simulator.twilio.proxy.sessions.page(simulator.serviceSid, 10).records).toEqual([]);
    expect((await connect('buyer')).body.code).toBe('number_unreachable');
    expect((await connect('seller')).body.code).toBe('peer_blocked');

    await block('seller', 'remove');
    const again = (await connect('buyer')).body.data?.tel as E164;
    await talk(buyer.handset, seller.handset, again);
  });
});

describe('at Twilio Proxy', () => {
  beforeAll(async () => {
    system = await startSystem();
    await connect('buyer');
    await connect('buyer');
    await block('seller', 'add');
    await block('seller', 'remove');
  });
  afterAll(() => system.stop());

  it('a block that Twilio does not carry out stops calls all the same', async () => {
    const { buyer, seller, simulator } = system;
    const tel = (await connect('buyer')).body.data?.tel as E164;
    const calls = seller.handset.state().calls.length;
    simulator.twilio.faults.add({ match: { method: 'DELETE' }, effect: 'error', status: 500 });
    await block('seller', 'add');
    await listen(buyer.handset, tel);
    expect(seller.handset.state().calls).toHaveLength(calls);
    simulator.twilio.faults.clear();
  });

  it('costs one round trip to Redis, and one more with one to Twilio where a session must be closed', async () => {
    await block('seller', 'remove');
    await block('buyer', 'add');
    const cost = (action: () => Promise<unknown>) => system.roundTrips(action);
    expect(await cost(() => block('buyer', 'add'))).toEqual({ redis: 1, twilio: 0, webhooks: 0 });
    expect(await cost(() => connect('seller'))).toEqual({ redis: 1, twilio: 0, webhooks: 0 });
    await block('buyer', 'remove');
    await connect('buyer');
    expect(await cost(() => block('buyer', 'add'))).toEqual({ redis: 2, twilio: 1, webhooks: 0 });
  });
});
