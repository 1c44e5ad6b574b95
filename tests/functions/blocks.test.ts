import { handler as blocks } from '../../src/functions/blocks';
import { handler as connect } from '../../src/functions/connect';
import { buyer, seller, third, useFunctionWorld } from './support';

const world = useFunctionWorld();
const byTicket = async (action: string, from = buyer, to = seller) =>
  world().call(blocks, { headers: await world().ticket(from, to), params: { action } });
const byKey = (params: object) => world().call(blocks, { headers: world().apiKey(), params });
const open = async (from = buyer, to = seller) =>
  world().call(connect, { headers: { ...(await world().ticket(from, to)), 'accept-language': 'en' } });

describe('/blocks', () => {
  it('ends the session of the pair at Twilio, and opens none until the block is taken back', async () => {
    await open();
    expect(await byTicket('add')).toMatchObject({
      status: 200,
      json: { data: { peerId: seller.id, blocked: true } },
    });
    expect(world().liveSessions()).toBe(0);
    expect((await open()).json).toMatchObject({ code: 'peer_blocked' });
    expect((await byTicket('remove')).json).toMatchObject({ data: { blocked: false } });
    expect((await open()).status).toBe(200);
  });

  it('answers whom the partner has blocked exactly as if the phone could not be reached', async () => {
    await byTicket('add', seller, buyer);
    const { status, json } = await open();
    expect({ status, code: json.code }).toEqual({ status: 422, code: 'number_unreachable' });
    expect(JSON.stringify(json)).not.toMatch(/block/i);
    expect(
      world()
        .events()
        .filter(({ event }) => event === 'not_connected'),
    ).toMatchObject([{ code: 'number_unreachable' }]);
  });

  it('is added, listed and taken back by a backend', async () => {
    await byKey({ action: 'add', userId: buyer.id, peerId: seller.id });
    await byKey({ action: 'add', userId: buyer.id, peerId: third.id });
    const since = expect.stringMatching(/^\d{4}-.*Z$/);
    expect((await byKey({ action: 'list', userId: buyer.id })).json).toEqual({
      status: 'success',
      data: {
        blocks: expect.arrayContaining([
          { peerId: seller.id, since },
          { peerId: third.id, since },
        ]),
      },
    });
    await byKey({ action: 'remove', userId: buyer.id, peerId: third.id });
    const rest = await byKey({ action: 'list', userId: buyer.id, cursor: 0 });
    expect(rest.json).toEqual({ status: 'success', data: { blocks: [{ peerId: seller.id, since }] } });
  });

  it('shows the bearer of a ticket its own block of its own peer, and nothing else', async () => {
    await byTicket('add', buyer, seller);
    await byTicket('add', buyer, third);
    expect((await byTicket('list', buyer, third)).json).toMatchObject({
      data: { blocks: [{ peerId: third.id }] },
    });
    expect((await byTicket('list', seller, buyer)).json).toMatchObject({ data: { blocks: [] } });
  });

  it('holds when Twilio does not delete the session: the block is in force, and the answer says so', async () => {
    await open();
    world().simulator.twilio.faults.add({ match: { method: 'DELETE' }, effect: 'error', status: 500 });
    expect((await byTicket('add')).status).toBe(200);
    expect((await open(seller, buyer)).json).toMatchObject({ code: 'number_unreachable' });
  });

  it.each<[string, object, string | undefined]>([
    ['no action', { userId: 'a', peerId: 'b' }, 'action'],
    ['an unknown action', { action: 'wipe', userId: 'a', peerId: 'b' }, 'action'],
    ['nobody to block', { action: 'add', userId: 'a' }, 'peerId'],
    ['oneself', { action: 'add', userId: 'a', peerId: 'a' }, 'peerId'],
    ['a cursor where nothing is listed', { action: 'add', userId: 'a', peerId: 'b', cursor: 1 }, 'cursor'],
    ['a cursor that is none', { action: 'list', userId: 'a', cursor: -1 }, 'cursor'],
    ['a number', { action: 'add', userId: 'a', peerId: 'b', to: '09012345678' }, undefined],
  ])('answers 400 to %s', async (_, params, field) => {
    const { status, json } = await byKey(params);
    expect({ status, code: json.code, field: json.field }).toEqual({
      status: 400,
      code: 'malformed_request',
      field,
    });
  });
});
