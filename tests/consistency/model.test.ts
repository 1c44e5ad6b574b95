import fc from 'fast-check';
import type { Simulator } from '../../simulator';
import { brokenInvariants } from '../support/invariants';
import { startTestSimulator } from '../support/world';
import { commands } from './model-commands';
import { serveWebhooks, type Webhooks } from './model-webhooks';
import { Reality } from './model-world';

const RUNS = 50;
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
  ['ample', 9],
  ['scarce', 3],
])('with a pool that is %s: %i numbers', (_, numbers) => {
  it('whatever happens, nobody reaches a stranger and everything recovers', async () => {
    await fc.assert(
      fc.asyncProperty(fc.commands(commands, { maxCommands: 25, size: 'max' }), async (sequence) => {
        const setup = await Reality.start(simulator, webhooks, numbers);
        real = setup.real;
        webhooks.reports.length = 0;
        await fc.asyncModelRun(async () => setup, sequence);
        await recover(setup.real);
      }),
      { numRuns: RUNS, endOnFailure: false, seed: SEED },
    );
  }, 60_000);
});
