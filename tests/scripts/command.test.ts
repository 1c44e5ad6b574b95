import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sentenceOn } from '../../scripts/command';
import { inProject } from '../../scripts/project';
import { close, listen } from '../../simulator/server';

const folder = mkdtempSync(join(tmpdir(), 'tokumei-command-'));
const script = join(folder, 'script.ts');
writeFileSync(
  script,
  `import { command, Failure, Misuse, runScript } from ${JSON.stringify(inProject('scripts', 'command'))};
   import { ConfigError } from ${JSON.stringify(inProject('src', 'config'))};
   runScript(command('greet', 'Says hello.').option('--as <what>'), async (options: { as?: string }) => {
     if (options.as === 'failure') throw new Failure('No such thing');
     if (options.as === 'misuse') throw new Misuse('Say it otherwise');
     if (options.as === 'unconfigured') throw new ConfigError(['A is missing']);
     if (options.as === 'bug') throw new Error('Oops');
     console.log('hello');
   });`,
);
afterAll(() => rmSync(folder, { recursive: true }));

describe('a script', () => {
  it('ends with 0 when it is done', () => {
    expect(run()).toEqual({ status: 0, stdout: 'hello\n', stderr: '' });
  });

  it('explains itself as npm would call it', () => {
    const { status, stdout } = run('--help');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Usage: npm run greet -- \[options\]\n\nSays hello\./);
  });

  it('ends with 1 and only the message of an expected failure', () => {
    expect(run('--as', 'failure')).toEqual({ status: 1, stdout: '', stderr: 'No such thing\n' });
  });

  it('ends with 1 and the stack of an unexpected one', () => {
    const { status, stderr } = run('--as', 'bug');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^Error: Oops\n {4}at /);
  });

  it('ends with 2 and only the message when it was called in a wrong way', () => {
    expect(run('--as', 'misuse')).toEqual({ status: 2, stdout: '', stderr: 'Say it otherwise\n' });
  });

  it('ends with 2 and the names of the variables when the configuration is wrong', () => {
    const { status, stderr } = run('--as', 'unconfigured');
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('A is missing') });
  });

  it('ends with 2 when it does not know an option', () => {
    expect(run('--nope')).toMatchObject({ status: 2, stderr: "error: unknown option '--nope'\n" });
  });
});

it('names a port that is taken', async () => {
  const first = createServer();
  const { port } = new URL(await listen(first, 0));
  const error: unknown = await listen(createServer(), Number(port)).catch((reason: unknown) => reason);
  await close(first);
  expect(sentenceOn(error)).toBe(`Port ${port} is taken. Name another one, or none: any free one will do.`);
});

function run(...args: string[]) {
  const options = { encoding: 'utf8', cwd: inProject(), env: { ...process.env, NO_COLOR: '1' } } as const;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', script, ...args],
    options,
  );
  return { status, stdout, stderr };
}
