import type { Finding } from '../../../scripts/doctor/check';
import { applyUrls } from '../../../scripts/setup/urls';
import { readConfig } from '../../../src/config';
import { Account } from '../account';
import { runCommand } from '../run-command';

/** Each command is a process of its own, on a machine that may be busy. */
jest.setTimeout(120_000);

let account: Account;
beforeEach(async () => {
  account = await Account.open();
});
afterEach(() => account.close());

const everything = ['--yes', '--numbers', 'all', '--domain', 'market.twil.io'];

/** Somebody puts a number into another Proxy service. @returns the number */
function takeNumber(): string {
  const { twilio, plainNumbers } = account.simulator;
  const { services, numbers } = twilio.proxy;
  const [taken = ''] = plainNumbers;
  for (const service of services.records) {
    const member = [...numbers.of(service.sid)].find(({ phoneNumber }) => phoneNumber === taken);
    if (member) numbers.remove(member);
  }
  const other = services.create({ uniqueName: 'other' });
  if (!('uniqueName' in other)) throw new Error('no service');
  numbers.add(other.sid, { phoneNumber: taken });
  return taken;
}

async function troubles(): Promise<Record<string, Finding>> {
  const { stdout } = await account.run('doctor', '--json');
  const { checks } = JSON.parse(stdout) as { checks: Finding[] };
  return Object.fromEntries(
    checks.filter(({ state }) => state === 'failed').map((finding) => [finding.name, finding]),
  );
}

describe('a number that somebody has put into another Proxy service', () => {
  it('is missed by the doctor, whose advice mends the pool', async () => {
    await account.run('setup', ...everything);
    takeNumber();
    const found = await troubles();
    expect(Object.keys(found)).toEqual(['pool']);
    expect(found.pool).toMatchObject({
      found: '0 missing, 1 that Twilio does not have',
      advice: 'Run npm run numbers -- sync.',
    });
    await runCommand('numbers', ['sync', '--env', account.env]);
    expect(await troubles()).toEqual({});
  });

  it('is left to that service by a deploy with the voice switchboard, and given up by setup', async () => {
    await account.run('setup', ...everything, '--switchboard', 'voice');
    const taken = takeNumber();
    const [, ...others] = account.simulator.plainNumbers;
    const moved = await applyUrls(readConfig(account.settings()), 'https://moved.twil.io', account.env);
    expect(moved.map(({ place }) => place).sort()).toEqual(others);
    const webhooks = account.simulator.twilio.numbers.get(taken);
    expect(webhooks?.voiceUrl).toMatch(/^https:\/\/proxy\.twilio\.com\//);
    await account.run('setup', '--yes', '--domain', 'moved.twil.io');
    expect(account.simulator.twilio.numbers.get(taken)).toEqual(webhooks);
    expect(await troubles()).toEqual({});
  });
});

it('a Twilio that asks for fewer requests without end is told by the doctor, with what to do', async () => {
  await account.run('setup', ...everything);
  account.simulator.twilio.faults.add({ match: {}, effect: 'error', status: 429, retryAfterSeconds: 0 });
  const { status, stdout } = await account.run('doctor');
  expect(status).toBe(1);
  expect(stdout).toMatch(/Twilio account +│ FAILED/);
  expect(stdout).toContain('Twilio asks for fewer requests (429). Wait a minute and try again.');
});
