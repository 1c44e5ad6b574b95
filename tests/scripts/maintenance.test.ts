import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Settings } from '../../scripts/settings';
import { handler as connect } from '../../src/functions/connect';
import { buyer, FunctionWorld, seller } from '../functions/support';
import { runCommand } from './run-command';

/** Each command is a process of its own, on a machine that may be busy. */
jest.setTimeout(60_000);

const folder = mkdtempSync(join(tmpdir(), 'tokumei-maintenance-'));
const env = join(folder, '.env');
let world: FunctionWorld;
beforeAll(async () => {
  world = await FunctionWorld.start();
});
beforeEach(async () => {
  await world.reset();
  write(world.context());
});
afterAll(async () => {
  await world.simulator.stop();
  rmSync(folder, { recursive: true });
});

function write(settings: Settings): void {
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  writeFileSync(env, lines.join('\n'));
}

async function openSession(): Promise<void> {
  const headers = world.apiKey();
  const params = { userId: buyer.id, from: buyer.phone, peerId: seller.id, to: seller.phone };
  expect(await world.call(connect, { headers, params })).toMatchObject({ status: 200 });
}

/** What a command printed, which must have told on the standard error how it went on. */
async function facts(command: string, ...args: string[]) {
  const { status, stdout, stderr } = await runCommand(command, ['--env', env, '--json', ...args]);
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
  expect(stderr).not.toBe('');
  return JSON.parse(stdout) as unknown;
}

describe('a command that changes what is on record does so only when it is told to', () => {
  it('reconcile', async () => {
    await openSession();
    world.simulator.twilio.proxy.sessions.deleteAll(world.simulator.serviceSid);
    const missing = (repair: object) => ({ disagreements: [{ kind: 'missing', ...repair }] });
    for (let time = 0; time < 2; time += 1) expect(await facts('reconcile')).toMatchObject(missing({}));
    expect(await facts('reconcile', '--apply')).toMatchObject(missing({ repair: 'done' }));
    expect(await facts('reconcile')).toMatchObject({ onRecord: 0, disagreements: [] });
  });

  it('forget', async () => {
    await openSession();
    const forget = (...args: string[]) => facts('forget', '--user', buyer.id, ...args);
    expect(await forget()).toMatchObject({ sessions: 1, isComplete: false });
    expect(world.liveSessions()).toBe(1);
    expect(await forget('--apply')).toMatchObject({ sessions: 1, isComplete: true });
    expect(world.liveSessions()).toBe(0);
  });

  it('rotate-keys', async () => {
    await openSession();
    const { DATA_KEYS: older = '' } = world.context();
    const DATA_KEYS = `new:${older.replace(/^.*:/, '').split('').reverse().join('')},${older}`;
    write({ ...world.context(), DATA_KEYS });
    expect(await facts('rotate-keys', '--dry-run')).toMatchObject({ resealed: 0, unneeded: [] });
    const [resealed, again] = [await facts('rotate-keys'), await facts('rotate-keys')];
    const done = { needed: [], unneeded: [expect.any(String)], unreadable: {} };
    expect([resealed, again]).toMatchObject([done, { ...done, resealed: 0 }]);
    expect(resealed).not.toMatchObject({ resealed: 0 });
  });
});
