import type { Simulator } from '../../simulator';
import type { Participant } from '../../src/masking/session';
import { person } from '../support/people';
import { type Action, runUntilDeath } from '../support/victim';
import { startTestSimulator, type World, worldIn } from '../support/world';

const [alice, bob, carol] = [person(1), person(2), person(3)] as const;

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startTestSimulator({ numbers: 6 });
});
afterAll(() => simulator.stop());

const voiceWorld = async () => {
  const world = await worldIn(simulator, { settings: { switchboard: 'voice' } });
  // Scripts are loaded into Redis by their first use, which takes a request more.
  await world.connect(alice, bob);
  await world.cleanup(alice);
  await world.connect(alice, carol);
  return world;
};
const live = async ({ store }: World, { userId }: Participant) =>
  (await store.sessions.liveSessions(userId, store.deadline())).map(({ peerId }) => peerId);

/** All that these functions ever ask is one request: they die before it, or after it took effect. */
const connect: Action = { kind: 'connect', caller: alice, callee: bob };
const cleanup: Action = { kind: 'cleanup', user: alice };

describe('on our own routing', () => {
  it.each([
    ['before', [carol.userId]],
    ['after', [bob.userId]],
  ] as const)(
    'a connect that dies %s its only request has done nothing, or everything',
    async (when, expected) => {
      const world = await voiceWorld();
      expect(await runUntilDeath(world, connect, { atRequest: 1, when })).toBe('died');
      expect(await live(world, alice)).toEqual(expected);
      expect(await world.connect(alice, bob)).toMatchObject({ kind: 'connected' });
      expect(await live(world, alice)).toEqual([bob.userId]);
      expect(await live(world, carol)).toEqual([]);
    },
  );

  it.each([
    ['before', [carol.userId]],
    ['after', []],
  ] as const)(
    'a cleanup that dies %s its only request has done nothing, or everything',
    async (when, expected) => {
      const world = await voiceWorld();
      expect(await runUntilDeath(world, cleanup, { atRequest: 1, when })).toBe('died');
      expect(await live(world, alice)).toEqual(expected);
      await world.cleanup(alice);
      expect(await live(world, carol)).toEqual([]);
    },
  );

  it.each([connect, cleanup])('there is no second request to die at: $kind', async (action) => {
    expect(await runUntilDeath(await voiceWorld(), action, { atRequest: 2, when: 'before' })).toBe(
      'finished',
    );
  });
});
