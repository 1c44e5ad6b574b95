import { generateKeys } from '../../scripts/keys';
import { simulatedContext } from '../../scripts/local/context';
import { listNumbers } from '../../scripts/numbers/listing';
import { syncPool } from '../../scripts/numbers/pool';
import { type Simulator, startSimulator } from '../../simulator/index';
import { type Config, readConfig } from '../../src/config';
import { deadlineIn } from '../../src/masking/deadline';
import { pool } from '../../src/wiring';

let simulator: Simulator;
let config: Config;
beforeEach(async () => {
  simulator = await startSimulator({ numbers: 3, engine: 'embedded' });
  config = readConfig(simulatedContext(simulator, generateKeys()));
});
afterEach(() => simulator.stop());

const sync = async (dryRun: boolean) => syncPool(config, await listNumbers(config), dryRun);
const size = () => pool(config).size(config.DEFAULT_COUNTRY, deadlineIn(1_000));

describe('the pool of numbers', () => {
  it('gets the numbers of the Proxy service, and none twice', async () => {
    await expect(sync(false)).resolves.toEqual({ added: 3, removed: 0 });
    await expect(size()).resolves.toBe(3);
    await expect(sync(false)).resolves.toEqual({ added: 0, removed: 0 });
  });

  it('stays as it is in a dry run', async () => {
    await expect(sync(true)).resolves.toEqual({ added: 3, removed: 0 });
    await expect(size()).resolves.toBe(0);
  });

  it('loses what the service has lost, also the last one', async () => {
    await sync(false);
    for (const { sid } of simulator.twilio.proxy.numbers.of(simulator.serviceSid)) {
      simulator.twilio.proxy.removeNumber(simulator.serviceSid, sid);
    }
    await expect(sync(false)).resolves.toEqual({ added: 0, removed: 3 });
    await expect(size()).resolves.toBe(0);
  });

  it('leaves out numbers that cannot call', async () => {
    const [number] = await listNumbers(config);
    if (number)
      await expect(syncPool(config, [{ ...number, canCall: false }], false)).resolves.toMatchObject({
        added: 0,
      });
    expect(number).toMatchObject({
      number: expect.stringMatching(/^\+8150/),
      country: 'JP',
      canCall: true,
      canText: false,
    });
  });

  it('is listed page by page', async () => {
    const many = await startSimulator({ numbers: 130, engine: 'embedded' });
    const manyConfig = readConfig(simulatedContext(many, generateKeys()));
    const numbers = await listNumbers(manyConfig);
    expect(new Set(numbers.map(({ number }) => number)).size).toBe(130);
    await many.stop();
  });
});
