import { readFileSync, rmSync, statSync } from 'node:fs';
import { inProject } from '../../../scripts/project';
import { readConfig } from '../../../src/config';
import { deadlineIn } from '../../../src/masking/deadline';
import { pool } from '../../../src/wiring';
import { Account, formerUrls } from '../account';
import { runCommand } from '../run-command';

/** Each command is a process of its own, on a machine that may be busy. */
jest.setTimeout(60_000);

let account: Account;
beforeEach(async () => {
  account = await Account.open();
});
afterEach(() => account.close());

const everything = ['--numbers', 'all', '--domain', 'market.twil.io', '--yes'];
const setup = (...args: string[]) => account.run('setup', ...args);
const poolSize = () => {
  const config = readConfig(account.settings());
  return pool(config).size(config.DEFAULT_COUNTRY, deadlineIn(1_000));
};

describe('npm run setup', () => {
  it('makes keys, service, pool and callbacks of an account with numbers', async () => {
    const { status, stdout } = await setup(...everything);
    expect(status).toBe(0);
    expect(account.services()).toMatchObject([
      {
        uniqueName: 'tokumei',
        interceptCallbackUrl: 'https://market.twil.io/proxy/intercept',
        callbackUrl: 'https://market.twil.io/proxy/callback',
        outOfSessionCallbackUrl: 'https://market.twil.io/proxy/out-of-session',
      },
    ]);
    expect(account.members()).toEqual(account.simulator.plainNumbers);
    await expect(poolSize()).resolves.toBe(3);
    expect(account.settings()).toMatchObject({
      ...account.access,
      PROXY_SERVICE_SID: account.services()[0]?.sid,
    });
    expect(stdout).toMatch(/API key {2}[\w-]{43}\n/);
  });

  it('changes nothing the second time, and says so', async () => {
    await setup(...everything);
    const [settings, state] = [readFileSync(account.env, 'utf8'), JSON.stringify(account.services())];
    const { status, stdout } = await setup(...everything);
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'Nothing to change.\n' });
    expect(readFileSync(account.env, 'utf8')).toBe(settings);
    expect(JSON.stringify(account.services())).toBe(state);
  });

  it('says what it would do, and with --dry-run changes nothing', async () => {
    const { status, stdout } = await setup('--numbers', 'all', '--dry-run');
    expect(status).toBe(0);
    expect(stdout).toContain('create the Proxy service tokumei');
    expect(stdout).toContain(`replaces calls: ${formerUrls.voiceUrl}, texts: ${formerUrls.smsUrl}`);
    expect(account.services()).toEqual([]);
    expect(account.settings()).toEqual(account.access);
  });

  it('waits for --yes where nobody can be asked', async () => {
    const { status, stderr } = await setup('--numbers', 'all');
    expect(status).toBe(2);
    expect(stderr).toContain('Nothing was changed. Without a terminal, confirm with --yes.');
    expect(account.services()).toEqual([]);
  });

  it('prints one line of JSON, with the API key only when it is new', async () => {
    const first = JSON.parse((await setup(...everything, '--json')).stdout);
    expect(first).toMatchObject({ isUnchanged: false, problems: [], apiKey: expect.any(String) });
    const second = JSON.parse((await setup(...everything, '--json')).stdout);
    expect(second).toEqual({ isUnchanged: true, steps: [], problems: [], notes: [] });
  });

  it('keeps keys, comments and order of the settings, which only the owner may read', async () => {
    const lookupKey = Buffer.alloc(32, 7).toString('base64url');
    account.write({ ...account.access, LOOKUP_KEY: lookupKey, MARKET_NAME: "'Flea # market' # a comment" });
    const before = readFileSync(account.env, 'utf8');
    await setup(...everything);
    const after = readFileSync(account.env, 'utf8');
    expect(after.startsWith(before)).toBe(true);
    expect(account.settings()).toMatchObject({ LOOKUP_KEY: lookupKey, MARKET_NAME: 'Flea # market' });
    expect(statSync(account.env).mode & 0o777).toBe(0o600);
  });

  it('keeps what the numbers did before in a file', async () => {
    await setup(...everything);
    const kept = JSON.parse(readFileSync(`${account.env}.webhooks.json`, 'utf8'));
    expect(Object.keys(kept).sort()).toEqual(account.simulator.plainNumbers);
    expect(Object.values(kept)).toEqual(Array(3).fill(expect.objectContaining(formerUrls)));
  });

  it('shows which callbacks of the service would be overwritten', async () => {
    await setup(...everything);
    const { stdout } = await setup('--domain', 'moved.twil.io', '--dry-run');
    expect(stdout).toContain(
      'callbackUrl of the Proxy service  replaces https://market.twil.io/proxy/callback',
    );
  });

  it('takes the chosen numbers only, and adds others later', async () => {
    const [first = '', second = ''] = account.simulator.plainNumbers;
    await setup('--numbers', first, '--yes');
    expect(account.members()).toEqual([first]);
    await setup('--numbers', `${first},${second}`, '--yes');
    expect(account.members()).toEqual([first, second]);
    await expect(poolSize()).resolves.toBe(2);
    expect(JSON.parse((await setup('--json')).stdout)).toMatchObject({ isUnchanged: true });
    const fewer = await setup('--numbers', first);
    expect(fewer.stdout).toContain('stay in the service and in the pool besides these: 1.');
  });

  it('begins a settings file as a copy of .env.example, from what the environment has', async () => {
    rmSync(account.env);
    const options = { env: account.access };
    const { status } = await runCommand(
      'setup',
      ['--env', account.env, ...everything, '--switchboard', 'voice'],
      options,
    );
    expect(status).toBe(0);
    const lines = readFileSync(account.env, 'utf8').split('\n');
    const example = readFileSync(inProject('.env.example'), 'utf8').split('\n');
    const changed = lines.filter((line, index) => line !== example[index]).map((line) => line.split('=')[0]);
    const keys = ['TICKET_KEYS', 'API_KEYS', 'DATA_KEYS', 'LOOKUP_KEY'];
    expect(changed.sort()).toEqual([...Object.keys(account.access), ...keys, 'SWITCHBOARD'].sort());
    expect(lines).toHaveLength(example.length);
    expect(statSync(account.env).mode & 0o777).toBe(0o600);
    await expect(poolSize()).resolves.toBe(3);
  });

  it('takes what is missing in the file from the environment, and notes it', async () => {
    const { AUTH_TOKEN = '', ...others } = account.access;
    account.write(others);
    process.env.AUTH_TOKEN = AUTH_TOKEN;
    const { status } = await setup(...everything).finally(() => delete process.env.AUTH_TOKEN);
    expect(status).toBe(0);
    expect(account.settings()).toMatchObject({ AUTH_TOKEN });
  });
});

describe('npm run setup says what to do when', () => {
  it.each([
    ['settings are missing', { AUTH_TOKEN: '' }, 2, /Missing: AUTH_TOKEN/],
    ['the auth token is wrong', { AUTH_TOKEN: 'wrong' }, 1, /refuses ACCOUNT_SID and AUTH_TOKEN.*console/],
    [
      'the token of the database is wrong',
      { UPSTASH_REDIS_REST_TOKEN: 'x' },
      1,
      /refuses UPSTASH_REDIS_REST_TOKEN/,
    ],
    [
      'the database is not there',
      { UPSTASH_REDIS_REST_URL: 'http://127.0.0.1:9' },
      1,
      /Check UPSTASH_REDIS_REST_URL/,
    ],
    ['Twilio is not there', { TWILIO_API_BASE_URL: 'http://127.0.0.1:9' }, 1, /Twilio cannot be reached/],
    ['the service is not there', { PROXY_SERVICE_SID: `KS${'0'.repeat(32)}` }, 2, /names no Proxy service/],
  ])('%s', async (_, wrong, code, message) => {
    account.write({ ...account.access, ...wrong });
    const { status, stderr } = await setup(...everything);
    expect(stderr).toMatch(message);
    expect(stderr).not.toContain('    at ');
    expect(status).toBe(code);
    expect(account.services()).toEqual([]);
  });

  it('no number was chosen', async () => {
    const { status, stderr } = await setup('--yes');
    expect(status).toBe(2);
    expect(stderr).toContain('--numbers all');
    for (const number of account.simulator.plainNumbers) expect(stderr).toContain(number);
  });

  it('the account has no number at all', async () => {
    const { twilio, plainNumbers } = account.simulator;
    for (const number of plainNumbers) twilio.numbers.remove(number);
    const { status, stderr } = await setup(...everything);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('Buy one at') });
    expect(account.services()).toEqual([]);
  });

  it('the account has no such number', async () => {
    const { status, stderr } = await setup('--numbers', '+815099999999', '--yes');
    expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining('has no number') });
  });

  it('a number is in another Proxy service: the others are added all the same', async () => {
    const { proxy } = account.simulator.twilio;
    const [taken, ...free] = account.simulator.plainNumbers;
    const other = proxy.services.create({ uniqueName: 'other' });
    if (!('uniqueName' in other) || taken === undefined) throw new Error('no service');
    proxy.numbers.add(other.sid, { phoneNumber: taken });
    const { status, stdout } = await setup(...everything);
    expect(status).toBe(1);
    expect(stdout).toContain(`${taken}: The number is in another Proxy service. Take it out there first`);
    await expect(poolSize()).resolves.toBe(free.length);
  });

  it('Twilio Proxy is closed to the account', async () => {
    const match = { host: 'proxy.twilio.com', method: 'POST', path: /^\/v1\/Services$/ };
    account.simulator.twilio.faults.add({ match, effect: 'error', status: 403, code: 80506 });
    const { status, stderr } = await setup(...everything, '--switchboard', 'proxy');
    expect(status).toBe(1);
    expect(stderr).toContain('npm run setup -- --switchboard voice (error 80506)');
  });

  it('Twilio asks for fewer requests: it waits, and gives up in the end', async () => {
    const busy = {
      match: { host: 'proxy.twilio.com' },
      effect: 'error',
      status: 429,
      retryAfterSeconds: 0,
    } as const;
    account.simulator.twilio.faults.add({ ...busy, times: 3 });
    expect((await setup(...everything, '--dry-run')).status).toBe(0);
    account.simulator.twilio.faults.add(busy);
    const { status, stderr } = await setup(...everything);
    expect(status).toBe(1);
    expect(stderr).toContain('Wait a minute and try again.');
  });
});
