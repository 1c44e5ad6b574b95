import { setTimeout as wait } from 'node:timers/promises';
import type { Simulator } from '../../simulator';
import type { Participant } from '../../src/masking/session';
import { itOnRedisServer } from '../support/engines';
import { person } from '../support/people';
import { newId } from '../support/store';
import { startTestSimulator, type World, worldIn } from '../support/world';

const [alice, bob] = [person(1), person(2)] as const;

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startTestSimulator({ numbers: 12, engine: 'auto' });
});
afterAll(() => simulator.stop());

const voiceWorld = () => worldIn(simulator, { settings: { switchboard: 'voice' } });
function times<T>(count: number, action: (index: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => action(index)));
}

/** Requests whose clients have given up still take effect, one after the other: what lives once nothing changes any more. */
async function settled({ store }: World, users: readonly Participant[]): Promise<number> {
  const read = async () => {
    const live = users.map(({ userId }) => store.sessions.liveSessions(userId, store.deadline()));
    return (await Promise.all(live)).flat();
  };
  for (let before = ''; ; await wait(1_000)) {
    const live = await read();
    const now = JSON.stringify(live);
    if (now === before) return live.length;
    before = now;
  }
}

/** Users of whom two sessions share a number, and sessions that do not lead to their partner and back. */
async function brokenRoutes({ store }: World, users: readonly Participant[]): Promise<string[]> {
  const broken: string[] = [];
  const partnerOf = async (from: Participant, to: string) => {
    const incoming = { interactionId: newId(), kind: 'voice', from: from.number, to: to as never } as const;
    return store.interactions.route(incoming, store.deadline());
  };
  for (const user of users) {
    const live = await store.sessions.liveSessions(user.userId, store.deadline());
    if (new Set(live.map(({ tel }) => tel)).size < live.length) broken.push(`${user.userId} shares a number`);
    for (const { tel, peerId } of live) {
      const there = await partnerOf(user, tel);
      const peer = users.find(({ userId }) => userId === peerId);
      if (there.kind !== 'joined' || there.partnerId !== peerId || peer === undefined) {
        broken.push(`${user.userId} does not reach ${peerId}`);
        continue;
      }
      const back = await partnerOf(peer, there.callerId);
      if (back.kind !== 'joined' || back.partnerId !== user.userId)
        broken.push(`${peerId} does not reach back`);
    }
  }
  return broken;
}

describe('simultaneous connects on our own routing', () => {
  it('of both partners to each other open one session', async () => {
    const world = await voiceWorld();
    const outcomes = await times(100, (index) =>
      index % 2 === 0 ? world.connect(alice, bob) : world.connect(bob, alice),
    );
    expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['connected']));
    expect(await world.store.sessions.liveSessions(alice.userId, world.store.deadline())).toHaveLength(1);
    expect(await brokenRoutes(world, [alice, bob])).toEqual([]);
  });

  it('of one user to 20 partners leave exactly one live session', async () => {
    const world = await voiceWorld();
    const partners = Array.from({ length: 20 }, (_, index) => person(10 + index));
    await Promise.all(partners.map((partner) => world.connect(alice, partner)));
    expect(await world.store.sessions.liveSessions(alice.userId, world.store.deadline())).toHaveLength(1);
    expect(await brokenRoutes(world, [alice, ...partners])).toEqual([]);
  });

  it('and cleanups leave whole sessions or none', async () => {
    const world = await voiceWorld();
    const users = Array.from({ length: 8 }, (_, index) => person(40 + index));
    const user = (index: number) => users[index % 8] ?? alice;
    await times<unknown>(160, (index) =>
      index % 5 === 0
        ? world.cleanup(user(index))
        : world.connect(user(index), user(index * 3 + 1 + (index % 2))),
    );
    expect(await brokenRoutes(world, users)).toEqual([]);
  });

  itOnRedisServer(
    '2,000 of 200 users never put two live sessions on one phone and number',
    async () => {
      const world = await voiceWorld();
      const users = Array.from({ length: 200 }, (_, index) => person(100 + index));
      await times(2_000, async (index) => {
        const caller = users[index % 200] ?? alice;
        const callee = users[(index + 1 + ((index * 37) % 198)) % 200] ?? bob;
        return world.connect(caller, callee).catch(() => undefined);
      });
      expect(await settled(world, users)).toBeGreaterThan(100);
      expect(await brokenRoutes(world, users)).toEqual([]);
    },
    240_000,
  );
});
