import fc from 'fast-check';
import type { Simulator } from '../../simulator';
import { brokenInvariants } from '../support/invariants';
import { startTestSimulator } from '../support/world';
import { commands, commandsInTurns } from './model-commands';
import { serveWebhooks, type Webhooks } from './model-webhooks';
import { Reality } from './model-world';

/** How many stories each; MODEL_RUNS=1000 looks longer. */
const RUNS = Number(process.env.MODEL_RUNS ?? 20);
/** Every run of the suite sees the same stories, so that it tells of the change at hand; MODEL_SEED=$RANDOM looks for new ones. */
const SEED = Number(process.env.MODEL_SEED ?? 20_261_122);
const RESERVATION_SECONDS = 14;

let simulator: Simulator;
let webhooks: Webhooks;
let real: Reality;
beforeAll(async () => {
  simulator = await startTestSimulator({ numbers: 9, engine: 'auto', sms: true });
  webhooks = await serveWebhooks(simulator, () => real.world);
});
afterAll(async () => {
  webhooks.stop();
  await simulator.stop();
});

/** Everybody's next action repairs what is left, and then nothing is. */
async function recover({ world, people }: Reality): Promise<void> {
  await world.pass(RESERVATION_SECONDS);
  for (const user of people) expect(await world.cleanup(user)).toMatchObject({ pending: 0 });
  expect(await brokenInvariants(world)).toEqual([]);
  expect(world.liveAtTwilio()).toEqual([]);
}

describe.each([
  { where: 'at Twilio Proxy', pool: 'ample', switchboard: 'proxy', numbers: 9, all: commands },
  { where: 'at Twilio Proxy', pool: 'scarce', switchboard: 'proxy', numbers: 3, all: commands },
  { where: 'on our own routing', pool: 'ample', switchboard: 'voice', numbers: 9, all: commands },
  { where: 'on our own routing', pool: 'scarce', switchboard: 'voice', numbers: 3, all: commands },
  { where: 'on both in turns', pool: 'ample', switchboard: 'proxy', numbers: 9, all: commandsInTurns },
] as const)('$where, with a pool that is $pool: $numbers numbers', ({ switchboard, numbers, all }) => {
  it('whatever happens, nobody reaches a stranger and everything recovers', async () => {
    await fc.assert(
      fc.asyncProperty(fc.commands([...all], { maxCommands: 25, size: 'max' }), async (sequence) => {
        const setup = await Reality.start(simulator, webhooks, { switchboard, numbers });
        real = setup.real;
        webhooks.reports.length = 0;
        await fc.asyncModelRun(async () => setup, sequence);
        await recover(setup.real);
      }),
      { numRuns: RUNS, endOnFailure: false, seed: SEED, unbiased: true },
    );
  }, 120_000);
});
