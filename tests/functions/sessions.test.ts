import { handler as cleanup } from '../../src/functions/cleanup';
import { handler as connect } from '../../src/functions/connect';
import { handler as sessions } from '../../src/functions/sessions';
import { buyer, seller, third, useFunctionWorld } from './support';

const world = useFunctionWorld();
const open = async (from = buyer, to = seller) =>
  (await world().call(connect, { headers: await world().ticket(from, to) })).json.data;
const listOf = (userId: string) =>
  world()
    .call(sessions, { headers: world().apiKey(), params: { userId } })
    .then(({ json }) => json);
const cleanupOf = (userId: string) =>
  world()
    .call(cleanup, { headers: world().apiKey(), params: { userId } })
    .then(({ json }) => json);

describe('/sessions', () => {
  it('lists what the user dials, the partner and the end, from either side', async () => {
    const { pin: _, ...mine } = (await open()) as { pin: string };
    const theirs = (await open(seller, buyer)) as { tel: string };
    expect(await listOf(buyer.id)).toEqual({
      status: 'success',
      data: { sessions: [{ ...mine, peerId: seller.id }] },
    });
    expect(await listOf(seller.id)).toMatchObject({
      data: { sessions: [{ tel: theirs.tel, peerId: buyer.id }] },
    });
  });

  it('is empty for a user without sessions, and after a cleanup', async () => {
    expect(await listOf(third.id)).toEqual({ status: 'success', data: { sessions: [] } });
    await open();
    await cleanupOf(buyer.id);
    expect(await listOf(buyer.id)).toEqual({ status: 'success', data: { sessions: [] } });
  });

  it('shows the bearer of a ticket only what is their own', async () => {
    await open();
    const headers = await world().ticket(third, seller);
    expect((await world().call(sessions, { headers })).json).toMatchObject({ data: { sessions: [] } });
  });
});

describe('/cleanup', () => {
  it('closes all sessions of the user at Twilio', async () => {
    await open();
    await open(third, buyer);
    expect(await cleanupOf(buyer.id)).toEqual({ status: 'success', data: { closed: 2, pending: 0 } });
    expect(world().liveSessions()).toBe(0);
  });

  it('closes nothing of others, and nothing twice', async () => {
    await open();
    expect(await cleanupOf(third.id)).toMatchObject({ data: { closed: 0 } });
    expect(world().liveSessions()).toBe(1);
    await cleanupOf(buyer.id);
    expect(await cleanupOf(buyer.id)).toMatchObject({ data: { closed: 0, pending: 0 } });
  });

  it('counts what Twilio does not delete as pending, and closes it the next time', async () => {
    await open();
    world().simulator.twilio.faults.add({
      match: { method: 'DELETE' },
      effect: 'error',
      status: 500,
      times: 1,
    });
    expect(await cleanupOf(buyer.id)).toMatchObject({ data: { closed: 0, pending: 1 } });
    expect(await cleanupOf(buyer.id)).toMatchObject({ data: { closed: 1, pending: 0 } });
  });

  it('is done in time when Twilio does not answer', async () => {
    await open();
    world().simulator.twilio.faults.add({ match: { method: 'DELETE' }, effect: 'hang' });
    const { status, json, ms } = await world().call(cleanup, { headers: await world().ticket() });
    expect({ status, data: json.data }).toEqual({ status: 200, data: { closed: 0, pending: 1 } });
    expect(ms).toBeLessThan(5_000);
  });
});
