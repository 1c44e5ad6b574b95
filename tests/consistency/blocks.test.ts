import type { Simulator } from '../../simulator';
import { blockPartner } from '../../src/masking/blocks';
import { brokenInvariants } from '../support/invariants';
import { person } from '../support/people';
import { startTestSimulator, type World, worldIn } from '../support/world';

const [alice, bob] = [person(1), person(2)] as const;
let simulator: Simulator;
beforeAll(async () => {
  simulator = await startTestSimulator({ numbers: 6, engine: 'auto' });
});
afterAll(() => simulator.stop());

const blocks = (world: World) =>
  blockPartner(
    { userId: bob.userId, peerId: alice.userId },
    {
      blocks: world.store.blocks,
      sessions: world.store.sessions,
      switchboard: world.switchboard,
      deadline: world.store.deadline(),
    },
  );

describe('a block that races connects of both partners', () => {
  it.each([0, 1, 2, 4, 8, 16, 32])('leaves no live session when it comes after %i ms', async (ms) => {
    const world = await worldIn(simulator);
    simulator.twilio.twilioMs = 10;
    const connects = Array.from({ length: 8 }, (_, index) =>
      index % 2 === 0 ? world.connect(alice, bob) : world.connect(bob, alice),
    );
    await new Promise((resolve) => setTimeout(resolve, ms));
    await blocks(world);
    await Promise.all(connects);
    simulator.twilio.twilioMs = 0;
    expect(world.liveAtTwilio()).toEqual([]);
    for (const { userId } of [alice, bob])
      expect(await world.store.sessions.liveSessions(userId, world.store.deadline())).toEqual([]);
    expect(await brokenInvariants(world)).toEqual([]);
  });
});
