import fc from 'fast-check';
import { handler as blocks } from '../../src/functions/blocks';
import { handler as cleanup } from '../../src/functions/cleanup';
import { handler as connect } from '../../src/functions/connect';
import { handler as health } from '../../src/functions/health';
import { handler as screen } from '../../src/functions/screen';
import { handler as sessions } from '../../src/functions/sessions';
import { FunctionWorld } from '../functions/support';
import { invoke, isDocumented, median } from './invoke';
import { rawRequests } from './requests';
import { clientWords } from './vocabularies';

const REQUESTS = 10_000;
const MOST_MEDIAN_MS = 50;

let world: FunctionWorld;
beforeAll(async () => {
  world = await FunctionWorld.start();
  await world.reset();
});
afterAll(() => world.simulator.stop());

it.each(Object.entries({ connect, cleanup, sessions, blocks, health, screen }))(
  `/%s answers ${REQUESTS} requests of every kind as documented, each once`,
  async (name, handler) => {
    const { authorization = '' } = await world.ticket();
    const credentials = [world.keys.apiKey, authorization.replace('Bearer ', '')];
    const vocabulary = { names: [], values: [], ...clientWords[name], credentials };
    const context = world.context();
    const [times, statuses]: [number[], Set<number>] = [[], new Set()];
    await fc.assert(
      fc.asyncProperty(rawRequests(vocabulary), async (request) => {
        const returned = await invoke(handler, context, request);
        times.push(returned.ms);
        statuses.add(returned.status);
        if (!isDocumented(returned)) throw new Error(`answered ${JSON.stringify(returned)}`);
      }),
      { numRuns: REQUESTS },
    );
    console.info(`/${name}: ${median(times).toFixed(2)} ms at the median, statuses ${[...statuses].sort()}`);
    expect(statuses).toContain(200);
    if (name !== 'health') expect([...statuses]).toEqual(expect.arrayContaining([400, 401]));
    expect(median(times)).toBeLessThan(MOST_MEDIAN_MS);
  },
  180_000,
);
