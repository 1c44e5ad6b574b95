import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateKeys } from '../../scripts/keys';
import { simulatedContext } from '../../scripts/local/context';
import { type Simulator, startSimulator } from '../../simulator';
import { close, listen } from '../../simulator/server';
import { readConfig } from '../../src/config';
import { deadlineIn } from '../../src/masking/deadline';
import { newReportId, reportStore } from '../../src/wiring';
import { person } from '../support/people';
import { runCommand } from './run-command';

const [alice, bob] = [person(1), person(2)] as const;

describe('npm run events', () => {
  let simulator: Simulator;
  let receiver: Server;
  let folder: string;
  let env: string;
  let ids: string[] = [];

  beforeAll(async () => {
    receiver = createServer((request, response) => {
      ids.push(String(request.headers['webhook-id']));
      request.resume();
      response.writeHead(204).end();
    });
    simulator = await startSimulator({ engine: 'embedded' });
    const settings: Record<string, string> = {
      ...simulatedContext(simulator, generateKeys()),
      EVENTS_URL: await listen(receiver, 0),
      EVENTS_SECRET: `whsec_${'A'.repeat(32)}`,
    };
    folder = mkdtempSync(join(tmpdir(), 'tokumei-events-'));
    env = join(folder, 'env');
    writeFileSync(
      env,
      Object.entries(settings)
        .map(([name, value]) => `${name}=${value}\n`)
        .join(''),
    );
    const config = readConfig(settings);
    for (const [userId, peerId] of [
      [alice.userId, bob.userId],
      [bob.userId, alice.userId],
    ] as const) {
      const report = { reportId: newReportId(), userId, peerId, reason: 'fraud' as const, block: false };
      await reportStore(config).file(report, deadlineIn(5_000));
    }
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await Promise.all([simulator.stop(), close(receiver)]);
  });

  const run = (...args: string[]) => runCommand('events', [...args, '--env', env]);
  const json = async (...args: string[]) => JSON.parse((await run(...args, '--json')).stdout) as unknown;

  it('shows what waits, delivers it, and delivers it again under the same ids', async () => {
    expect(await json('status')).toMatchObject({ waiting: 2, delivered: 0, lost: 0 });
    expect((await run('list')).stdout).toMatch(/1 .*report\.filed.*waits/);
    expect(await json('deliver')).toEqual({ delivered: 2, failed: 0 });
    expect(await json('list', '--after', '1')).toMatchObject([{ number: 2, waits: false }]);
    const first = ids;
    ids = [];
    expect(await json('replay', '1', '2')).toEqual({ replayed: 2 });
    await run('deliver');
    expect(ids).toEqual(first);
  });

  it('says what is no number', async () => {
    const { status, stderr } = await run('replay', 'first');
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('whole number') });
  });
});
