import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandFiles, runCommand } from './run-command';

/** Each command is a process of its own, on a machine that may be busy. */
jest.setTimeout(60_000);

/** Those that work on the service of a settings file; with an empty list, without subcommands. */
const onService: Readonly<Record<string, readonly string[]>> = {
  start: [],
  setup: [],
  deploy: [],
  doctor: [],
  ticket: [],
  numbers: ['list', 'sync', 'status'],
  events: ['status', 'list', 'deliver', 'replay'],
  reconcile: [],
  forget: [],
  recordings: [],
  'rotate-keys': [],
};

const subcommands = Object.entries(onService).flatMap(([name, parts]) => parts.map((part) => [name, part]));

describe('every command', () => {
  it.each([...commandFiles.keys()])(
    '%s explains itself, and ends with 2 when it is called in a wrong way',
    async (name) => {
      const [help, wrong] = await Promise.all([
        runCommand(name, ['--help']),
        runCommand(name, ['--nonsense']),
      ]);
      expect(help.stdout).toContain(`Usage: npm run ${name} -- `);
      expect(help.status).toBe(0);
      expect({ status: wrong.status, stdout: wrong.stdout }).toEqual({ status: 2, stdout: '' });
      expect(wrong.stderr).toMatch(/^error: |^Usage: /);
      if (onService[name]?.length === 0) expect(help.stdout).toMatch(/--env <file>.*--json/s);
    },
  );

  it.each(subcommands)('%s %s takes the settings file and prints JSON', async (name = '', part = '') => {
    const { stdout } = await runCommand(name, [part, '--help']);
    expect(stdout).toMatch(/--env <file>.*--json/s);
  });
});

describe('a command without settings', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tokumei-commands-'));
  const env = join(folder, '.env');
  beforeAll(() => writeFileSync(env, ''));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ['reconcile', []],
    ['numbers', ['status']],
  ])('%s says in one sentence what is missing, and how to get it', async (name, part) => {
    const { status, stderr } = await runCommand(name, [...part, '--env', env]);
    expect(stderr).toMatch(
      /^Missing or wrong configuration: .*ACCOUNT_SID is missing.* npm run setup asks .*\n$/,
    );
    expect(status).toBe(2);
  });

  it('refuses a file that is not there, since the environment may be of another service', async () => {
    const { status, stderr } = await runCommand('recordings', ['--env', 'no-such-file']);
    expect(stderr).toBe('There is no settings file no-such-file.\n');
    expect(status).toBe(2);
  });
});
