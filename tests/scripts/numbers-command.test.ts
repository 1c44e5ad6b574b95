import { generateKeys } from '../../scripts/keys';
import { simulatedContext } from '../../scripts/local/context';
import type { Simulator } from '../../simulator';
import { startTestSimulator } from '../support/world';
import { runCommand } from './run-command';

let simulator: Simulator;
let env: Readonly<Record<string, string>>;
beforeAll(async () => {
  simulator = await startTestSimulator({ numbers: 0, plainNumbers: 3 });
  env = { ...simulatedContext(simulator, generateKeys()), SWITCHBOARD: 'voice' };
});
afterAll(() => simulator.stop());

const run = (...args: string[]) => runCommand('numbers', args, { env });

it('npm run numbers counts what a tag would change, takes a list, and says what is missing', async () => {
  const [tagged, ...others] = simulator.plainNumbers.map((number) => simulator.twilio.numbers.get(number));
  if (tagged) simulator.twilio.numbers.update(tagged.sid, { friendlyName: 'market Tokyo' });
  const dry = await run('sync', '--dry-run', '--tag', 'market', '--json');
  expect({ status: dry.status, ...JSON.parse(dry.stdout) }).toEqual({ status: 0, added: 1, removed: 0 });

  const list = others.map((number) => number?.phoneNumber).join(',');
  const filled = await run('sync', '--numbers', list);
  expect(filled).toMatchObject({ status: 0, stdout: '2 added, 0 removed\n' });
  expect(filled.stderr).toContain('None of the numbers can text');

  const { stdout } = await run('status', '--concurrency', '5', '--json');
  expect(JSON.parse(stdout)).toMatchObject({ concurrency: 5, countries: [{ numbers: 2, missing: 3 }] });
}, 60_000);
