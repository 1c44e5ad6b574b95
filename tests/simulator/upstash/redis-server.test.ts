import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasRedisServer } from '../../../simulator/upstash';
import { describeRedisEngine } from '../../contracts/redis-engine';

const isThere = hasRedisServer();

it('finds redis-server on the PATH, at least in CI', () => {
  if (!isThere)
    process.stderr.write('\nNOTE: redis-server is not on the PATH, so the real engine was NOT checked.\n');
  expect(isThere || process.env.CI === undefined).toBe(true);
});

if (isThere) {
  describeRedisEngine('redis-server');

  describe('a spawned redis-server', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tokumei-test-'));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    /** Another process that starts a server, prints that, and then waits for a line before it closes it. */
    function startElsewhere() {
      const script = `
        const { startUpstash } = require('./simulator/upstash');
        startUpstash({ engine: 'redis-server' }).then((upstash) => {
          console.log('ready');
          process.stdin.once('data', () => upstash.close().then(() => process.exit()));
        });`;
      return spawn(process.execPath, ['--import', 'tsx', '-e', script], {
        cwd: join(__dirname, '../../..'),
        env: { ...process.env, TMPDIR: folder },
        stdio: ['pipe', 'pipe', 'inherit'],
      });
    }
    const serverFolders = () => readdirSync(folder).filter((name) => name.startsWith('tokumei-redis-'));

    it.each(['is closed', 'is killed'])('ends and cleans up when its owner %s', async (how) => {
      const owner = startElsewhere();
      await once(owner.stdout, 'data');
      expect(serverFolders()).toHaveLength(1);
      if (how === 'is killed') owner.kill('SIGKILL');
      else owner.stdin.write('close\n');
      await once(owner, 'exit');
      // The guard removes the folder once the server has ended.
      for (let tries = 0; serverFolders().length > 0 && tries < 100; tries += 1) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      expect(serverFolders()).toEqual([]);
    });
  });
}
