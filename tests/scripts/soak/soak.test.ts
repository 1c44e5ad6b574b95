import { spawnSync } from 'node:child_process';
import { inProject } from '../../../scripts/project';

function soak(...options: string[]) {
  const args = ['--import', 'tsx', inProject('scripts', 'soak.ts'), '--json', ...options];
  return spawnSync(process.execPath, args, { cwd: inProject(), encoding: 'utf8', timeout: 50_000 });
}

describe('npm run soak', () => {
  it.each([
    ['proxy', ['intercept 200', 'callback 200']],
    ['voice', ['incoming 200', 'whisper 200', 'after-dial 200', 'status 200']],
  ])(
    'loads the Functions on %s with all its traffic and faults, and finds that everything held',
    (name, webhooks) => {
      const load = ['--seconds', '4', '--concurrency', '12', '--fault-rate', '0.05'];
      const { status, stdout, stderr } = soak('--switchboard', name, ...load);
      expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
      const { ok, counts, ...result } = JSON.parse(stdout);
      expect({ ok, ...result }).toMatchObject({ ok: true, lost: 0, crossed: 0, orphaned: 0, unexpected: 0 });
      for (const traffic of ['connect success', 'cleanup success', 'call joined', ...webhooks]) {
        expect({ traffic, times: counts[traffic] }).toEqual({ traffic, times: expect.any(Number) });
      }
    },
    60_000,
  );

  it('refuses a share that is none', () => {
    expect(soak('--fault-rate', '2')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('It must be from 0 to 1.'),
    });
  });
});
