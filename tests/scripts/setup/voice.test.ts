import { existsSync, readFileSync } from 'node:fs';
import { applyUrls } from '../../../scripts/setup/urls';
import { readConfig } from '../../../src/config';
import { deadlineIn } from '../../../src/masking/deadline';
import { pool } from '../../../src/wiring';
import { Account, formerUrls } from '../account';

/** Each command is a process of its own, on a machine that may be busy. */
jest.setTimeout(60_000);

let account: Account;
beforeEach(async () => {
  account = await Account.open();
});
afterEach(() => account.close());

const setup = (...args: string[]) => account.run('setup', '--yes', ...args);
const voice = ['--switchboard', 'voice', '--numbers', 'all', '--domain', 'market.twil.io'];
const poolSize = (SWITCHBOARD: 'proxy' | 'voice') => {
  const config = { ...readConfig(account.settings()), SWITCHBOARD };
  return pool(config).size(config.DEFAULT_COUNTRY, deadlineIn(1_000));
};
const webhooks = (number = '') => account.simulator.twilio.numbers.get(number);

const ours = {
  voiceUrl: 'https://market.twil.io/voice/incoming',
  smsUrl: 'https://market.twil.io/messages/incoming',
  statusCallback: 'https://market.twil.io/voice/status#rc=2&rp=all',
};

describe('npm run setup for the voice switchboard', () => {
  it('points the numbers to the Functions, fills the pool, and notes the switchboard', async () => {
    const { status } = await setup(...voice);
    expect(status).toBe(0);
    for (const number of account.simulator.plainNumbers) expect(webhooks(number)).toMatchObject(ours);
    await expect(poolSize('voice')).resolves.toBe(3);
    expect(account.settings()).toMatchObject({ SWITCHBOARD: 'voice' });
    expect(account.services()).toEqual([]);
  });

  it('changes nothing the second time', async () => {
    await setup(...voice);
    expect((await setup()).stdout).toBe('Nothing to change.\n');
  });

  it('takes the chosen numbers alone, and leaves the others to what they do', async () => {
    const [first, second] = account.simulator.plainNumbers;
    await setup('--switchboard', 'voice', '--numbers', first ?? '', '--domain', 'market.twil.io');
    expect(webhooks(first)).toMatchObject(ours);
    expect(webhooks(second)).toMatchObject(formerUrls);
    await expect(poolSize('voice')).resolves.toBe(1);
  });

  it('fills the pool before a deploy, and says that Twilio does not call the Functions yet', async () => {
    const { stdout } = await setup('--switchboard', 'voice', '--numbers', 'all');
    expect(stdout).toContain('npm run deploy');
    await expect(poolSize('voice')).resolves.toBe(3);
    expect(webhooks(account.simulator.plainNumbers[0])).toMatchObject(formerUrls);
    await setup('--domain', 'market.twil.io');
    expect(webhooks(account.simulator.plainNumbers[0])).toMatchObject(ours);
  });

  it('has a Proxy service that still has sessions call the deployment too', async () => {
    const [first = '', second = ''] = account.simulator.plainNumbers;
    await setup('--numbers', first, '--switchboard', 'proxy');
    await setup('--numbers', second, '--switchboard', 'voice');
    const config = readConfig(account.settings());
    const changes = await applyUrls(config, 'https://market.twil.io', account.env);
    expect(changes.map(({ place }) => place)).toEqual([
      'interceptCallbackUrl of the Proxy service',
      'callbackUrl of the Proxy service',
      'outOfSessionCallbackUrl of the Proxy service',
      second,
    ]);
    expect(account.services()).toMatchObject([{ callbackUrl: 'https://market.twil.io/proxy/callback' }]);
    expect(webhooks(second)).toMatchObject(ours);
    await expect(applyUrls(config, 'https://market.twil.io', account.env)).resolves.toEqual([]);
  });

  it('is not chosen while Twilio Proxy has every number, and says what to do', async () => {
    await setup('--numbers', 'all');
    const { status, stderr } = await setup('--numbers', 'all', '--switchboard', 'voice');
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('--restore') });
    expect(account.settings().SWITCHBOARD).toBeUndefined();
    await setup('--restore');
    expect((await setup(...voice)).status).toBe(0);
    await expect(poolSize('voice')).resolves.toBe(3);
  });

  it('keeps what the numbers did first, also when the deployment moves', async () => {
    await setup(...voice);
    await setup('--domain', 'moved.twil.io');
    const kept = JSON.parse(readFileSync(`${account.env}.webhooks.json`, 'utf8'));
    expect(Object.values(kept)).toEqual(Array(3).fill(expect.objectContaining(formerUrls)));
  });

  it('is where an account ends that Twilio Proxy is closed to, in one step', async () => {
    const match = { host: 'proxy.twilio.com', method: 'POST', path: /^\/v1\/Services$/ };
    account.simulator.twilio.faults.add({ match, effect: 'error', status: 403, code: 80506 });
    const { status, stdout } = await setup('--numbers', 'all', '--domain', 'market.twil.io');
    expect(status).toBe(0);
    expect(stdout).toContain(
      'Twilio Proxy is closed to this account (error 80506): the voice switchboard is used.',
    );
    expect(account.settings()).toMatchObject({ SWITCHBOARD: 'voice' });
    await expect(poolSize('voice')).resolves.toBe(3);
    expect((await setup()).stdout).toBe('Nothing to change.\n');
  });
});

describe('npm run setup -- --restore', () => {
  it.each([
    ['voice', voice],
    ['proxy', ['--numbers', 'all']],
  ])('puts back what the numbers did before %s', async (_, args) => {
    await setup(...args);
    const { status, stdout } = await setup('--restore');
    expect(status).toBe(0);
    expect(stdout).toContain(`to calls: ${formerUrls.voiceUrl}, texts: ${formerUrls.smsUrl}`);
    for (const number of account.simulator.plainNumbers) {
      expect(webhooks(number)).toMatchObject({ ...formerUrls, statusCallback: '' });
    }
    expect(account.members()).toEqual([]);
    await expect(poolSize('voice')).resolves.toBe(0);
    await expect(poolSize('proxy')).resolves.toBe(0);
    expect(existsSync(`${account.env}.webhooks.json`)).toBe(false);
    expect((await setup('--restore')).stdout).toContain('No number has anything to be put back.');
  });

  it('keeps a number that Proxy does not let go, and lets it go later', async () => {
    await setup('--numbers', 'all');
    const match = { host: 'proxy.twilio.com', method: 'DELETE' };
    account.simulator.twilio.faults.add({ match, effect: 'error', status: 400, code: 80611, times: 1 });
    const { status, stdout } = await setup('--restore');
    expect(status).toBe(1);
    expect(stdout).toContain('A call or session still uses the number.');
    expect(account.members()).toHaveLength(1);
    expect((await setup('--restore')).status).toBe(0);
    expect(account.members()).toEqual([]);
  });
});

describe('npm run doctor for the voice switchboard', () => {
  it('finds nothing wrong after setup, and numbers that call somebody else', async () => {
    await setup(...voice);
    const well = await account.run('doctor', '--json');
    expect({ status: well.status, well: JSON.parse(well.stdout).isWell }).toEqual({ status: 0, well: true });
    const [first = ''] = account.simulator.plainNumbers;
    const number = webhooks(first);
    if (number) account.simulator.twilio.numbers.update(number.sid, formerUrls);
    const { status, stdout } = await account.run('doctor');
    expect(status).toBe(1);
    expect(stdout).toContain(`${first}: ${formerUrls.voiceUrl}`);
  });
});
