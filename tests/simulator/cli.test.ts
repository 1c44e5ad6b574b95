import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { inProject } from '../../scripts/project';

function start(...args: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', inProject('simulator', 'cli.ts'), ...args], {
    cwd: inProject(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  return { child, ended, nextLine: async () => String((await lines.next()).value) };
}

describe('npm run simulator', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'says in one line what runs, and ends on %s',
    async (signal) => {
      const { child, ended, nextLine } = start('--json', '--numbers', '3');
      const simulator = JSON.parse(await nextLine());
      expect(simulator).toMatchObject({ accountSid: expect.stringMatching(/^AC[0-9a-f]{32}$/) });
      expect(simulator.numbers).toHaveLength(3);
      expect((await fetch(`${simulator.url}/_log`)).status).toBe(200);
      expect((await fetch(simulator.upstashUrl)).status).toBe(401);
      child.kill(signal);
      await expect(ended).resolves.toBe(0);
      await expect(fetch(simulator.url)).rejects.toThrow();
      await expect(fetch(simulator.upstashUrl)).rejects.toThrow();
    },
  );

  it('says where to deploy to, where it is asked for that', async () => {
    const { child, ended, nextLine } = start('--json', '--deployable');
    const { HTTP_PROXY, NODE_EXTRA_CA_CERTS } = JSON.parse(await nextLine());
    expect(readFileSync(NODE_EXTRA_CA_CERTS, 'utf8')).toContain('BEGIN CERTIFICATE');
    expect((await fetch(HTTP_PROXY)).status).toBe(405);
    child.kill('SIGTERM');
    await expect(ended).resolves.toBe(0);
    expect(existsSync(NODE_EXTRA_CA_CERTS)).toBe(false);
  });
});
