import { generateKeys } from '../../scripts/keys';
import { simulatedContext } from '../../scripts/local/context';
import { listNumbers } from '../../scripts/numbers/listing';
import { syncPool, textWarning } from '../../scripts/numbers/pool';
import { statusText } from '../../scripts/numbers/report';
import { poolStatus } from '../../scripts/numbers/status';
import { type Simulator, setWebhooks, startSimulator } from '../../simulator/index';
import type { E164 } from '../../simulator/twilio/model';
import { type Config, readConfig } from '../../src/config';
import type { Country, ProxyNumber } from '../../src/masking/numbers';
import type { Participant } from '../../src/masking/session';
import { RedisPoolStatus } from '../../src/store/redis-pool-status';
import { scriptRunner, sessionStore, storeSettings } from '../../src/wiring';
import { pairOf, person } from '../support/people';
import { newId } from '../support/store';

const [alice, bob, carol] = [person(1), person(2), person(3)] as const;
const deadline = { remainingMs: () => 5_000 };

let simulator: Simulator;
let config: Config;
beforeEach(async () => {
  simulator = await startSimulator({ numbers: 2, plainNumbers: 3, engine: 'embedded' });
  const context = simulatedContext(simulator, generateKeys());
  config = readConfig({ ...context, SWITCHBOARD: 'voice', MAX_SESSIONS_PER_USER: '5' });
});
afterEach(() => simulator.stop());

const sync = async (selection = {}) => syncPool(config, await listNumbers(config, selection), false);
const connect = (caller: Participant, callee: Participant) =>
  sessionStore(config).reserve({ pair: pairOf(caller, callee), sessionId: newId() }, deadline);
const status = (concurrency?: number, clock = Date.now) =>
  poolStatus(new RedisPoolStatus(scriptRunner(config), storeSettings(config), clock), {
    switchboard: 'voice',
    concurrency,
    progress: () => undefined,
  });

describe('the numbers of the voice switchboard', () => {
  it('are those of the account that Twilio Proxy has not taken over, with country and capabilities', async () => {
    const numbers = await listNumbers(config);
    expect(numbers.map(({ number }) => number).sort()).toEqual(simulator.plainNumbers);
    expect(numbers[0]).toMatchObject({ country: 'JP', canCall: true, canText: false });
  });

  it('can be chosen by a tag in their names, or one by one', async () => {
    const [first, second] = simulator.plainNumbers.map((number) => simulator.twilio.numbers.get(number));
    if (!first || !second) throw new Error('no numbers');
    simulator.twilio.numbers.update(first.sid, { friendlyName: 'tokumei Tokyo' });
    const listed = async (selection: object) =>
      (await listNumbers(config, selection)).map(({ number }) => number);
    expect(await listed({ tag: 'tokumei' })).toEqual([first.phoneNumber]);
    expect(await listed({ numbers: [second.phoneNumber] })).toEqual([second.phoneNumber]);
  });

  it('are those that call the service, once any does, where nothing is chosen', async () => {
    const [first = '', second = ''] = simulator.plainNumbers;
    setWebhooks(simulator.twilio, [first as E164], {
      voiceUrl: 'https://market.twil.io/voice/incoming',
      smsUrl: 'https://market.twil.io/messages/incoming',
    });
    expect((await listNumbers(config)).map(({ number }) => number)).toEqual([first]);
    const chosen = await listNumbers(config, { numbers: [second] });
    expect(chosen.map(({ number }) => number)).toEqual([second]);
  });

  it.each(['+81312345678', '+815031000000'])(
    'cannot be %s, which is not in the account or at Proxy',
    async (number) => {
      await expect(listNumbers(config, { numbers: [number] })).rejects.toThrow('Nothing was changed');
    },
  );

  it('leave the pool of Twilio Proxy alone', async () => {
    const proxy = { ...config, SWITCHBOARD: 'proxy' as const };
    await syncPool(proxy, await listNumbers(proxy), false);
    await expect(sync()).resolves.toEqual({ added: 3, removed: 0 });
    await expect(sync()).resolves.toEqual({ added: 0, removed: 0 });
    await expect(syncPool(proxy, await listNumbers(proxy), true)).resolves.toEqual({ added: 0, removed: 0 });
  });

  it('are named in a warning where they cannot text', async () => {
    const numbers = await listNumbers(config);
    expect(textWarning(config, numbers)).toContain('None of the numbers can text');
    const [one, ...others] = numbers.map((number) => ({ ...number, canText: true }));
    expect(textWarning(config, [{ canText: false }, ...others])).toContain('1 of 3 numbers cannot text');
    expect(textWarning(config, [{ canText: one?.canText ?? false }])).toBeUndefined();
    expect(textWarning({ ...config, SWITCHBOARD: 'proxy' }, numbers)).toBeUndefined();
  });
});

describe('the status of the pool', () => {
  it('tells what each number carries, and the most sessions of one user', async () => {
    await sync();
    await connect(alice, bob);
    await connect(alice, carol);
    const { numbers, mostSessions, countries } = await status();
    expect(numbers.reduce((sum, { live }) => sum + live, 0)).toBe(4);
    expect(mostSessions).toBe(2);
    expect(countries).toEqual([{ country: 'JP', numbers: 3, canText: 0, missing: 0 }]);
  });

  it('counts what cools off apart from what lives', async () => {
    await sync();
    await connect(alice, bob);
    await sessionStore(config).beginClosingAll(alice.userId, deadline);
    const { numbers } = await status(undefined, () => Date.now() + 1);
    expect(numbers.map(({ live }) => live)).toEqual([0, 0, 0]);
    expect(numbers.reduce((sum, { cooling }) => sum + cooling, 0)).toBe(2);
  });

  it('counts no session that has ended by itself', async () => {
    await sync();
    await connect(alice, bob);
    const end = Date.now() + (config.SESSION_TTL_SECONDS + 1) * 1_000;
    const { numbers, mostSessions } = await status(undefined, () => end);
    expect(numbers.map(({ live }) => live)).toEqual([0, 0, 0]);
    expect(mostSessions).toBe(0);
  });

  it('is told for each country by itself', async () => {
    const american = { number: '+12025550123' as ProxyNumber, country: 'US' as Country };
    const able = { canCall: true, canText: true, isReserved: false };
    await syncPool(config, [...(await listNumbers(config)), { ...american, ...able }], false);
    expect((await status(4)).countries).toEqual([
      { country: 'JP', numbers: 3, canText: 0, missing: 1 },
      { country: 'US', numbers: 1, canText: 1, missing: 3 },
    ]);
  });

  it('tells how many numbers are missing for a stated concurrency', async () => {
    await sync();
    expect((await status(10)).countries).toMatchObject([{ missing: 7 }]);
    expect(statusText(await status(10))).toContain('7 more are needed for 10 sessions of one user at once.');
  });

  it('shows a number that drains until it is forgotten, and does not count on it', async () => {
    await sync();
    await connect(alice, bob);
    await sync({ numbers: simulator.plainNumbers.slice(0, 1) });
    const { numbers, countries } = await status(1);
    expect(numbers.filter(({ drainingSinceMs }) => drainingSinceMs !== undefined)).toHaveLength(2);
    expect(countries).toMatchObject([{ numbers: 1 }]);
    expect(statusText(await status(1))).toContain('1 number gives sessions, 2 drain.');
  });

  it('can be asked of an empty pool', async () => {
    expect(await status()).toMatchObject({ numbers: [], countries: [], mostSessions: 0 });
  });
});
