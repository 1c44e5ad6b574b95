import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { readConfig } from '../../../src/config';
import { deadlineIn } from '../../../src/masking/deadline';
import { pool } from '../../../src/wiring';
import { Account, formerUrls } from '../account';
import { runCommand } from '../run-command';

/** Each command is a process of its own, on a machine that may be busy. */
jest.setTimeout(120_000);

let account: Account;
beforeEach(async () => {
  account = await Account.open({ plainNumbers: 2 });
});
afterEach(() => account.close());

const everything = ['--numbers', 'all', '--domain', 'market.twil.io', '--yes', '--json'];

/** Runs a command and kills it as soon as Twilio and Redis have had so many requests that change something, or any at all. */
async function runAndKill(
  command: string,
  args: readonly string[],
  after: number,
  isCounted: (method: string) => boolean,
  killSignal: NodeJS.Signals = 'SIGKILL',
) {
  const controller = new AbortController();
  let seen = 0;
  const end = account.simulator.twilio.log.subscribe(({ kind, method }) => {
    if (kind === 'redis' || isCounted(method)) seen += 1;
    if (seen === after) controller.abort();
  });
  const options = { signal: controller.signal, killSignal };
  const ended = await runCommand(command, ['--env', account.env, ...args], options);
  end();
  return ended;
}

const changes = (method: string) => method === 'POST' || method === 'DELETE';
const apiKeyIn = (stdout: string) => (stdout === '' ? undefined : JSON.parse(stdout).apiKey);

describe.each([['proxy'], ['voice']])('npm run setup for %s, killed in the middle', (switchboard) => {
  const args = [...everything, '--switchboard', switchboard];

  it.each([2, 4, 5, 6, 7, 8])('after request %i, ends right when it is repeated', async (after) => {
    const killed = await runAndKill('setup', args, after, changes);
    expect(killed.status).toBeNull();
    const { status, stdout } = await account.run('setup', ...args);
    expect(status).toBe(0);
    const config = readConfig(account.settings());
    await expect(pool(config).size(config.DEFAULT_COUNTRY, deadlineIn(1_000))).resolves.toBe(2);
    const kept = JSON.parse(readFileSync(`${account.env}.webhooks.json`, 'utf8'));
    expect(kept).toEqual(
      Object.fromEntries(
        account.simulator.plainNumbers.map((number) => [number, expect.objectContaining(formerUrls)]),
      ),
    );
    expect(account.services()).toHaveLength(switchboard === 'proxy' ? 1 : 0);
    expect(account.members()).toEqual(switchboard === 'proxy' ? account.simulator.plainNumbers : []);
    const apiKey = apiKeyIn(stdout) ?? apiKeyIn(killed.stdout);
    const hash = createHash('sha256').update(String(apiKey)).digest('base64url');
    expect(account.settings().API_KEYS).toContain(hash);
    expect(readdirSync(account.folder).filter((name) => name.endsWith('.new'))).toEqual([]);
  });
});

describe('npm run setup, ended with Ctrl-C', () => {
  it('says what to do, which ends right', async () => {
    const { status, stderr } = await runAndKill('setup', everything, 4, changes, 'SIGINT');
    expect(status).toBe(1);
    expect(stderr).toContain('Interrupted. Run the same command again');
    expect((await account.run('setup', ...everything)).status).toBe(0);
    expect(account.members()).toEqual(account.simulator.plainNumbers);
  });
});

describe('npm run setup -- --restore, killed in the middle', () => {
  it.each([2, 3, 4])('after request %i, ends right when it is repeated', async (after) => {
    await account.run('setup', ...everything);
    await runAndKill('setup', ['--restore', '--yes', '--json'], after, changes);
    expect((await account.run('setup', '--restore', '--yes')).status).toBe(0);
    for (const number of account.simulator.plainNumbers) {
      expect(account.simulator.twilio.numbers.get(number)).toMatchObject(formerUrls);
    }
    expect(account.members()).toEqual([]);
    expect(readdirSync(account.folder).sort()).toEqual(['.env', '.env.deployment.json']);
  });
});

describe('npm run doctor, killed in the middle', () => {
  it('leaves nothing that a second run would see', async () => {
    await account.run('setup', ...everything);
    const before = readFileSync(account.env, 'utf8');
    await runAndKill('doctor', [], 6, () => true);
    expect((await account.run('doctor')).status).toBe(0);
    expect(readFileSync(account.env, 'utf8')).toBe(before);
  });
});
