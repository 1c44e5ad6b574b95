import type { Simulator } from '../../simulator';
import type { ConnectOutcome } from '../../src/masking/connect';
import { itOnRedisServer } from '../support/engines';
import { brokenInvariants, sharedBindings } from '../support/invariants';
import { person } from '../support/people';
import { startTestSimulator, type World, worldIn } from '../support/world';

const [alice, bob] = [person(1), person(2)] as const;

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startTestSimulator({ numbers: 12, engine: 'auto' });
});
afterAll(() => simulator.stop());

function times<T>(count: number, action: (index: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => action(index)));
}

function kinds(outcomes: readonly ConnectOutcome[]): Set<string> {
  return new Set(outcomes.map(({ kind }) => kind));
}

/** The creations that Twilio refused: each would be a pair of numbers that we gave away twice. */
function refusedCreations(world: World): string[] {
  return world.restCalls().filter((call) => call.startsWith('POST Sessions') && call.endsWith(' 400'));
}

describe('simultaneous connects', () => {
  it('of one user to one partner open one session and answer one number', async () => {
    const world = await worldIn(simulator);
    const outcomes = await times(200, () => world.connect(alice, bob));
    expect(kinds(outcomes)).toEqual(new Set(['connected']));
    expect(
      new Set(outcomes.map((outcome) => (outcome.kind === 'connected' ? outcome.tel : ''))),
    ).toHaveProperty('size', 1);
    expect(world.liveAtTwilio()).toHaveLength(1);
  });

  it('of both partners to each other open one session', async () => {
    const world = await worldIn(simulator);
    await times(40, (index) => (index % 2 === 0 ? world.connect(alice, bob) : world.connect(bob, alice)));
    expect(world.liveAtTwilio()).toHaveLength(1);
    expect(await brokenInvariants(world)).toEqual([]);
  });

  it('of one user to 20 partners leave exactly one live session, at Twilio and on record', async () => {
    const world = await worldIn(simulator);
    const outcomes = await times(20, (index) => world.connect(alice, person(10 + index)));
    expect(outcomes.filter(({ kind }) => kind === 'connected').length).toBeGreaterThan(0);
    expect(world.liveAtTwilio()).toHaveLength(1);
    expect(await world.store.sessions.liveSessions(alice.userId, world.store.deadline())).toHaveLength(1);
    expect(await brokenInvariants(world)).toEqual([]);
  });

  it('of many buyers to one seller all succeed, although Twilio takes one after the other', async () => {
    const world = await worldIn(simulator);
    simulator.twilio.twilioMs = 50;
    const outcomes = await times(8, (index) => world.connect(person(10 + index), bob));
    simulator.twilio.twilioMs = 0;
    expect(kinds(outcomes)).toEqual(new Set(['connected']));
    expect(await brokenInvariants(world)).toEqual([]);
  });

  it('on one single number leave exactly one live session', async () => {
    const world = await worldIn(simulator, { numbers: 1 });
    await times(10, (index) => world.connect(alice, person(10 + index)));
    expect(world.liveAtTwilio()).toHaveLength(1);
    expect(await brokenInvariants(world)).toEqual([]);
  });

  itOnRedisServer(
    '2,000 of them, of 200 users among each other, never give one phone the same number twice',
    async () => {
      const world = await worldIn(simulator);
      world.watch();
      const users = Array.from({ length: 200 }, (_, index) => person(100 + index));
      // So many at once are more than this machine answers in time; what fails for that must leave no trace either.
      await times(2_000, async (index) => {
        const caller = users[index % 200] ?? alice;
        const callee = users[(index + 1 + ((index * 37) % 199)) % 200] ?? bob;
        return caller === callee ? undefined : world.connect(caller, callee).catch(() => undefined);
      });
      expect(world.liveAtTwilio().length).toBeGreaterThan(0);
      expect(sharedBindings(world)).toEqual([]);
      expect(refusedCreations(world)).toEqual([]);
      await world.pass(13);
      for (const user of users) await world.cleanup(user);
      expect(world.liveAtTwilio()).toEqual([]);
    },
    240_000,
  );
});

describe('a connect that races', () => {
  it('a cleanup leaves either one live session or none, and nothing else', async () => {
    const world = await worldIn(simulator);
    for (let round = 0; round < 10; round += 1) {
      await Promise.all([world.connect(alice, bob), world.cleanup(alice), world.connect(alice, person(3))]);
      expect(await brokenInvariants(world)).toEqual([]);
      expect(world.liveAtTwilio().length).toBeLessThanOrEqual(1);
    }
  });

  it('the expiry of the old session opens a new one', async () => {
    const world = await worldIn(simulator);
    await world.connect(alice, bob);
    await world.pass(3_598);
    const [outcomes] = await Promise.all([times(5, () => world.connect(alice, bob)), world.pass(4)]);
    expect(kinds(outcomes)).toEqual(new Set(['connected']));
    expect(world.liveAtTwilio()).toHaveLength(1);
    expect(await brokenInvariants(world)).toEqual([]);
  });

  it('the reports of its own call keeps its session', async () => {
    const world = await worldIn(simulator);
    await world.connect(alice, bob);
    const [session] = world.liveAtTwilio();
    const call = { sid: session?.sid as never, interactionId: `KI${'0'.repeat(32)}`, kind: 'voice' } as const;
    const { interactions, deadline } = world.store;
    await Promise.all([
      world.connect(alice, bob),
      interactions.judge(call, deadline()),
      interactions.record({ ...call, status: 'completed' }, deadline()),
      interactions.record({ ...call, status: 'initiated' }, deadline()),
    ]);
    expect(world.liveAtTwilio().map(({ sid }) => sid)).toEqual([session?.sid]);
  });
});
