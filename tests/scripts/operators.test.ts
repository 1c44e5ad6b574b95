import { spawnSync } from 'node:child_process';
import { inProject } from '../../scripts/project';

function run(script: string, ...options: string[]) {
  const args = ['--import', 'tsx', inProject('scripts', `${script}.ts`), ...options];
  return spawnSync(process.execPath, args, { cwd: inProject(), encoding: 'utf8', timeout: 20_000 });
}

describe("the operators' commands", () => {
  it.each([
    ['reconcile', '--apply'],
    ['forget', '--apply'],
    ['rotate-keys', '--dry-run'],
    ['recordings', '--dry-run'],
  ])('%s explains itself, with %s', (script, option) => {
    const { status, stdout } = run(script, '--help');
    expect(status).toBe(0);
    expect(stdout).toContain(`Usage: npm run ${script} --`);
    expect(stdout).toContain(option);
  });

  it('forget asks for the user', () => {
    expect(run('forget', '--apply')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("required option '--user <id>' not specified"),
    });
  });
});
