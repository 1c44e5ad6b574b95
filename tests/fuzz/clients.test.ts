import fc from 'fast-check';
import { handler as blocks } from '../../src/functions/blocks';
import { handler as cleanup } from '../../src/functions/cleanup';
import { handler as connect } from '../../src/functions/connect';
import { handler as health } from '../../src/functions/health';
import { handler as opsCalls } from '../../src/functions/ops/calls';
import { handler as opsEvents } from '../../src/functions/ops/events';
import { handler as opsPool } from '../../src/functions/ops/pool';
import { handler as opsReports } from '../../src/functions/ops/reports';
import { handler as opsSessions } from '../../src/functions/ops/sessions';
import { handler as reports } from '../../src/functions/reports';
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

const clients = { connect, cleanup, sessions, blocks, reports, health, screen, 'ops/reports': opsReports };
const operators = {
  'ops/sessions': opsSessions,
  'ops/calls': opsCalls,
  'ops/pool': opsPool,
  'ops/events': opsEvents,
};

it.each([
  ...Object.entries(clients).map(([name, handler]) => [name, REQUESTS, handler] as const),
  ...Object.entries(operators).map(([name, handler]) => [name, REQUESTS / 10, handler] as const),
])(
  '/%s answers %i requests of every kind as documented, each once',
  async (name, requests, handler) => {
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
      { numRuns: requests },
    );
    console.info(`/${name}: ${median(times).toFixed(2)} ms at the median, statuses ${[...statuses].sort()}`);
    expect(statuses).toContain(200);
    if (name !== 'health') expect([...statuses]).toEqual(expect.arrayContaining([400, 401]));
    expect(median(times)).toBeLessThan(MOST_MEDIAN_MS);
  },
  180_000,
);
