import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noteDeployment } from '../../../scripts/deployment';
import type { Finding } from '../../../scripts/doctor/check';
import { type Stack, startStack } from '../../../scripts/local/stack';
import { environmentFile } from '../../../scripts/runtime/environment-file';
import { startInProcessRuntime } from '../../../scripts/runtime/in-process';
import { runCommand } from '../run-command';

/** Each command is a process of its own, on a machine that may be busy. */
jest.setTimeout(60_000);

const folder = mkdtempSync(join(tmpdir(), 'tokumei-doctor-'));
const env = join(folder, '.env');
let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ startRuntime: startInProcessRuntime, simulator: { engine: 'embedded' } });
  noteDeployment(env, { functionsUrl: stack.functionsUrl });
});
afterAll(async () => {
  await stack.stop();
  rmSync(folder, { recursive: true });
});
afterEach(() => stack.simulator.twilio.faults.clear());

/** Runs the command on the stack's settings, some of them changed. */
async function doctor(changed: Readonly<Record<string, string>> = {}, ...args: string[]) {
  writeFileSync(env, environmentFile({ ...stack.context, ...changed }));
  return runCommand('doctor', ['--env', env, ...args]);
}

/** A warning of a slow database says how busy this machine is. */
function isSlow(name: string, state: Finding['state']): boolean {
  return name.startsWith('database') && state === 'warning';
}

/** What was found to be not well, by check. */
async function troubles(changed: Readonly<Record<string, string>> = {}, ...args: string[]) {
  const { status, stdout } = await doctor(changed, '--json', ...args);
  const { isWell, checks } = JSON.parse(stdout) as { isWell: boolean; checks: Finding[] };
  expect({ status, isWell }).toEqual({ status: isWell ? 0 : 1, isWell });
  const unwell = checks.filter(({ name, state }) => state !== 'ok' && !isSlow(name, state));
  return Object.fromEntries(unwell.map(({ name, state, advice = '' }) => [name, `${state}: ${advice}`]));
}

describe('npm run doctor', () => {
  it('finds nothing wrong with a service that works, twice in a row, and says what it found', async () => {
    for (const _ of ['once', 'again']) {
      const { status, stdout } = await doctor({}, '--live');
      expect(status).toBe(0);
      expect(stdout).toContain('Nothing failed.');
      expect(stdout).toMatch(/pool .* 5 numbers, as at Twilio/);
      expect(stdout).toMatch(/unsigned webhook .* is refused with 403/);
      expect(stdout).toMatch(/signed webhook .* is answered with 200/);
      expect(stdout).toMatch(/database from there .* \d+ ms a round trip/);
    }
  });

  it('shows no secret', async () => {
    const { stdout, stderr } = await doctor({}, '--live', '--json');
    const secrets = ['AUTH_TOKEN', 'UPSTASH_REDIS_REST_TOKEN', 'TICKET_KEYS', 'DATA_KEYS', 'LOOKUP_KEY'];
    for (const name of secrets) expect(stdout + stderr).not.toContain(stack.context[name]);
  });

  it('names every variable that is missing or wrong, and leaves out what needs them', async () => {
    expect(await troubles({ LOOKUP_KEY: '', DEFAULT_COUNTRY: 'japan' })).toEqual({
      configuration: expect.stringMatching(/^failed: .*LOOKUP_KEY is missing; DEFAULT_COUNTRY must be/),
      'the rest': 'skipped: ',
    });
  });

  it('says that the variables are too large', async () => {
    const origins = Array.from({ length: 30 }, (_, index) => `https://shop-${index}.example`).join(',');
    expect(await troubles({ CORS_ORIGINS: origins })).toEqual({
      'size of the variables': expect.stringMatching(/^failed: .*CORS_ORIGINS has \d+ bytes.*82006/),
    });
  });

  it('says what to do about wrong credentials, also at the deployment', async () => {
    expect(await troubles({ AUTH_TOKEN: 'other' }, '--live')).toEqual({
      'Twilio account': expect.stringMatching(/^failed: Twilio refuses ACCOUNT_SID and AUTH_TOKEN/),
      clock: 'skipped: ',
      callbacks: 'skipped: ',
      pool: 'skipped: ',
      capabilities: 'skipped: ',
      alerts: 'skipped: ',
      'signed webhook': expect.stringMatching(/^failed: .*AUTH_TOKEN here and at the deployment differ/),
    });
  });

  it('says what to do about the database', async () => {
    expect(await troubles({ UPSTASH_REDIS_REST_URL: 'http://127.0.0.1:9' })).toMatchObject({
      database: expect.stringMatching(/^failed: .*Check UPSTASH_REDIS_REST_URL/),
      scripts: 'skipped: ',
      callbacks: 'skipped: ',
      pool: 'skipped: ',
      capabilities: 'skipped: ',
    });
    expect(await troubles({ UPSTASH_REDIS_REST_TOKEN: 'other' })).toMatchObject({
      database: expect.stringMatching(/^failed: .*refuses UPSTASH_REDIS_REST_TOKEN/),
    });
  });

  it('says when the pool is not what Twilio has', async () => {
    expect(await troubles({ KEY_PREFIX: 'another:' })).toEqual({
      pool: 'failed: Run npm run numbers -- sync.',
    });
  });

  it('says when numbers cannot do what the mode asks for', async () => {
    expect(await troubles({ PROXY_SESSION_MODE: 'voice-and-message' })).toEqual({
      capabilities: expect.stringMatching(/^warning: Take numbers that can text/),
    });
  });

  it('says when Twilio calls somebody else, and when nobody answers', async () => {
    const found = await troubles({}, '--live', '--domain', '127.0.0.1:9');
    expect(found).toEqual({
      callbacks:
        'failed: Run npm run setup -- --domain https://127.0.0.1:9 to have Twilio call the deployment.',
      health: expect.stringMatching(/^failed: Nothing answers/),
      'database from there': 'skipped: ',
      'unsigned webhook': expect.stringMatching(/^failed: Nothing answers/),
      'signed webhook': expect.stringMatching(/^failed: Nothing answers/),
    });
  });

  it('says when the Proxy service is gone', async () => {
    expect(await troubles({ PROXY_SERVICE_SID: `KS${'0'.repeat(32)}` })).toMatchObject({
      callbacks: expect.stringMatching(/^failed: /),
      pool: expect.stringMatching(/^failed: /),
    });
  });

  it('waits where Twilio asks for fewer requests', async () => {
    const match = { host: 'proxy.twilio.com' };
    stack.simulator.twilio.faults.add({
      match,
      effect: 'error',
      status: 429,
      retryAfterSeconds: 0,
      times: 2,
    });
    expect(await troubles()).toEqual({});
  });

  it('refuses to check a deployment that nobody knows of', async () => {
    const unknown = join(folder, '.env.other');
    writeFileSync(unknown, environmentFile({ ...stack.context }));
    const { status, stderr } = await runCommand('doctor', ['--env', unknown, '--live']);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('--domain') });
  });

  it('knows what recent alerts mean, and takes calls that were stopped for what they are', async () => {
    const { alerts } = stack.simulator.twilio;
    alerts.add(80909, 'stopped');
    expect(await troubles()).toEqual({});
    alerts.add(80913, 'the out-of-session callback failed');
    expect(await troubles()).toEqual({
      alerts: expect.stringMatching(/^failed: 80913: OutOfSessionCallbackUrl did not answer/),
    });
  });
});
