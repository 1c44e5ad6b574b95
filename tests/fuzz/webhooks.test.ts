import fc from 'fast-check';
import { handler as callback } from '../../src/functions/proxy/callback.protected';
import { handler as intercept } from '../../src/functions/proxy/intercept.protected';
import { handler as outOfSession } from '../../src/functions/proxy/out-of-session.protected';
import { handler as pin } from '../../src/functions/proxy/pin.protected';
import { FunctionWorld } from '../functions/support';
import { invoke, median, type Returned } from './invoke';
import { rawRequests } from './requests';
import { webhookWords } from './vocabularies';

const REQUESTS = 10_000;
const MOST_MEDIAN_MS = 50;
const handlers = { intercept, callback, 'out-of-session': outOfSession, pin };

let world: FunctionWorld;
beforeAll(async () => {
  world = await FunctionWorld.start();
  await world.reset();
});
afterAll(() => world.simulator.stop());

const isTwiml = ({ status, body, contentType }: Returned) =>
  status === 200 && contentType === 'application/xml' && /^<\?xml.*<\/Response>$/s.test(String(body));
const isEmpty = (...statuses: readonly number[]) => {
  return ({ status, body }: Returned) => statuses.includes(status) && body === '';
};
/** No session is live here: nothing may pass, nobody may be joined. */
const allowed: Readonly<Record<keyof typeof handlers, (returned: Returned) => boolean>> = {
  intercept: isEmpty(403),
  callback: isEmpty(200),
  'out-of-session': isTwiml,
  pin: (returned) => isTwiml(returned) && !String(returned.body).includes('<Dial'),
};

it.each(Object.keys(handlers) as (keyof typeof handlers)[])(
  `/proxy/%s answers ${REQUESTS} requests of every kind as documented, each once`,
  async (name) => {
    const vocabulary = { names: [], values: [], ...webhookWords[name], credentials: [world.keys.apiKey] };
    const context = world.context();
    const times: number[] = [];
    await fc.assert(
      fc.asyncProperty(rawRequests(vocabulary), async (request) => {
        const returned = await invoke(handlers[name], context, request);
        times.push(returned.ms);
        if (!allowed[name](returned)) throw new Error(`answered ${JSON.stringify(returned)}`);
      }),
      { numRuns: REQUESTS },
    );
    console.info(`/proxy/${name}: ${median(times).toFixed(2)} ms at the median`);
    expect(world.lines.filter((line) => line.includes('internal_error'))).toEqual([]);
    expect(median(times)).toBeLessThan(MOST_MEDIAN_MS);
  },
  180_000,
);
