import { listen, talk } from '../../scripts/demo/phones';
import { hasRedisServer } from '../../simulator/upstash';
import { type System, startSystem } from '../integration/harness';
import { command } from '../support/pins';
import { readDocument } from './markdown';

/** Each lives through a day of the service, on a machine that may be busy. */
jest.setTimeout(60_000);

type Switchboard = 'proxy' | 'voice';

interface Cost {
  redis: number;
  commands: number;
  twilio: number;
}

/** The table of the README, row by row: for each switchboard what is said to be sent to Redis and to Twilio. */
function documented(file: string, heading: string): Record<Switchboard, Cost[]> {
  const section = readDocument(file).split(`\n${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const rows = [...section.matchAll(/^\|[^|]+\|((?: \d+ \|){6})$/gm)].map(([, cells = '']) =>
    (cells.match(/\d+/g) ?? []).map(Number),
  );
  const column = (offset: number) =>
    rows.map(([...cells]) => ({
      redis: cells[offset] ?? -1,
      commands: cells[2 + offset] ?? -1,
      twilio: cells[4 + offset] ?? -1,
    }));
  return { proxy: column(0), voice: column(1) };
}

/** A few commands more or less come with the history of a number. */
const ABOUT = 12;

const inEnglish = documented('README.md', '## What it costs');

it('both READMEs say the same of the cost', () => {
  expect(documented('README.ja.md', '## 通信の回数と費用')).toEqual(inEnglish);
});

/** Everything that Redis did so far, but for what came as a request. */
async function commandsSoFar({ simulator }: System): Promise<number> {
  const stats = String(await command(simulator.upstash, 'info', 'commandstats'));
  const calls = [...stats.matchAll(/^cmdstat_(?!info|evalsha|script|client|hello)[\w|]+:calls=(\d+)/gm)];
  return calls.reduce((sum, [, count]) => sum + Number(count), 0);
}

async function costOf(system: System, action: () => Promise<unknown>): Promise<Cost> {
  await system.roundTrips(async () => undefined);
  const before = await commandsSoFar(system);
  const { redis, twilio } = await system.roundTrips(action);
  return { redis, commands: (await commandsSoFar(system)) - before, twilio };
}

/** Lives through the rows of the table in their order; what comes before fills the pool's history and loads the scripts. */
async function measure(system: System): Promise<Cost[]> {
  const { buyer, seller, simulator, keys } = system;
  const send = (path: string, body: object) => system.call(path, { bearer: keys.apiKey, body });
  const pair = { userId: buyer.id, from: buyer.phone, peerId: seller.id, to: seller.phone };
  const connect = (changes = {}) => send('/connect', { ...pair, ...changes });
  const user = { userId: buyer.id };
  const stranger = simulator.telephony.handset('+817033334444');
  let tel = (await connect()).body.data?.tel ?? '';
  const call = () => talk(buyer.handset, seller.handset, tel);
  await call();
  await listen(stranger, tel);
  await send('/sessions', user);
  await send('/cleanup', user);
  const costs = [
    await costOf(system, connect),
    await costOf(system, connect),
    await costOf(system, () => connect({ peerId: 'seller-2', to: '+818011112222' })),
    await costOf(system, () => send('/sessions', user)),
  ];
  tel = (await connect()).body.data?.tel ?? '';
  return [
    ...costs,
    await costOf(system, call),
    await costOf(system, () => send('/cleanup', user)),
    await costOf(system, () => listen(stranger, tel)),
    await costOf(system, () => send('/screen', { text: 'hello' })),
  ];
}

if (hasRedisServer()) {
  it.each(['proxy', 'voice'] as const)('the README counts what %s costs', async (switchboard) => {
    const settings = { SWITCHBOARD: switchboard };
    const system = await startSystem({ simulator: { engine: 'redis-server' }, settings });
    const measured = await measure(system).finally(() => system.stop());
    for (const [row, { commands, ...trips }] of inEnglish[switchboard].entries()) {
      expect(measured[row]).toMatchObject(trips);
      expect(Math.abs((measured[row]?.commands ?? Number.NaN) - commands)).toBeLessThanOrEqual(ABOUT);
    }
    expect(measured).toHaveLength(inEnglish[switchboard].length);
  });
} else {
  it.todo('the README counts what a session costs: no redis-server is installed here');
}
