import type { Simulator } from '../../simulator';
import type { Death } from '../support/gate';
import { brokenInvariants } from '../support/invariants';
import { person } from '../support/people';
import { type Action, runUntilDeath } from '../support/victim';
import { startTestSimulator, type World, worldIn } from '../support/world';

/** More requests than any connect or cleanup makes. */
const MOST_REQUESTS = 12;
const RESERVATION_SECONDS = 13;
const [alice, bob, carol] = [person(1), person(2), person(3)] as const;

interface Scenario {
  readonly name: string;
  readonly numbers?: number;
  prepare(world: World): Promise<unknown>;
  readonly action: Action;
}

const connectBob: Action = { kind: 'connect', caller: alice, callee: bob };
const connectCarol: Action = { kind: 'connect', caller: alice, callee: carol };

const scenarios: readonly Scenario[] = [
  { name: 'a first connect', prepare: async () => undefined, action: connectBob },
  { name: 'the same partner again', prepare: (world) => world.connect(alice, bob), action: connectBob },
  {
    name: 'the same partner again when the life must be extended',
    prepare: async (world) => {
      await world.connect(alice, bob);
      await world.pass(1_800);
    },
    action: connectBob,
  },
  { name: 'another partner', prepare: (world) => world.connect(alice, bob), action: connectCarol },
  {
    name: 'another partner in a pool of 1',
    numbers: 1,
    prepare: (world) => world.connect(alice, bob),
    action: connectCarol,
  },
  {
    name: 'another partner in a pool that is nearly full',
    numbers: 2,
    prepare: async (world) => {
      await world.connect(bob, alice);
      await world.connect(alice, carol);
    },
    action: { kind: 'connect', caller: alice, callee: person(4) },
  },
  {
    name: 'a connect after one whose answer was lost',
    prepare: async (world) => {
      const lost = { match: { method: 'POST' }, effect: 'malformed', status: 500, times: 1 } as const;
      world.simulator.twilio.faults.add(lost);
      await world.connect(alice, bob);
    },
    action: connectBob,
  },
  {
    name: 'a cleanup of two sessions',
    prepare: async (world) => {
      await world.connect(alice, bob);
      await world.connect(carol, alice);
    },
    action: { kind: 'cleanup', user: alice },
  },
];

const deaths: readonly Death[] = Array.from({ length: MOST_REQUESTS }, (_, index) => index + 1).flatMap(
  (atRequest): Death[] => [
    { atRequest, when: 'before' },
    { atRequest, when: 'after' },
  ],
);

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startTestSimulator({ numbers: 6 });
});
afterAll(() => simulator.stop());

/** Lets the function die at every point in turn, each time in a fresh world, and hands over what is left. */
async function atEveryDeath(
  scenario: Scenario,
  examine: (world: World, death: Death) => Promise<void>,
): Promise<number> {
  for (const [index, death] of deaths.entries()) {
    const world = await worldIn(
      simulator,
      scenario.numbers === undefined ? {} : { numbers: scenario.numbers },
    );
    await scenario.prepare(world);
    if ((await runUntilDeath(world, scenario.action, death)) === 'finished') return index;
    await examine(world, death);
  }
  throw new Error(`more than ${MOST_REQUESTS} requests: raise the bound`);
}

describe.each(scenarios)('a function that dies during $name', (scenario) => {
  it('is followed by a connect that succeeds and leaves no orphan', async () => {
    const user = scenario.action.kind === 'connect' ? scenario.action.caller : scenario.action.user;
    const callee = scenario.action.kind === 'connect' ? scenario.action.callee : bob;
    const points = await atEveryDeath(scenario, async (world, death) => {
      await world.pass(RESERVATION_SECONDS);
      const outcome = await world.connect(user, callee);
      expect({ death, outcome: outcome.kind }).toEqual({ death, outcome: 'connected' });
      expect({ death, broken: await brokenInvariants(world) }).toEqual({ death, broken: [] });
    });
    expect(points).toBeGreaterThan(0);
  });

  it('is followed by a cleanup that closes everything', async () => {
    const user = scenario.action.kind === 'connect' ? scenario.action.caller : scenario.action.user;
    await atEveryDeath(scenario, async (world, death) => {
      await world.pass(RESERVATION_SECONDS);
      const { pending } = await world.cleanup(user);
      expect({ death, pending }).toEqual({ death, pending: 0 });
      const left = world
        .liveAtTwilio()
        .filter(({ participants }) => participants.some((one) => one.identifier === user.number));
      expect({ death, left: left.length }).toEqual({ death, left: 0 });
      expect({ death, broken: await brokenInvariants(world) }).toEqual({ death, broken: [] });
    });
  });

  it('leaves no number bound past its time', async () => {
    await atEveryDeath(scenario, async (world, death) => {
      await world.pass(3_700 + 86_400);
      const size = scenario.numbers ?? simulator.numbers.length;
      for (let index = 0; index < size; index += 1) await world.connect(person(20 + index), alice);
      expect({ death, live: world.liveAtTwilio().length }).toEqual({ death, live: size });
    });
  });
});
