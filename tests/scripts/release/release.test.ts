import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inProject } from '../../../scripts/project';
import { releaseChecks } from '../../../scripts/release/checks';
import { prepareRelease, versionsIn } from '../../../scripts/release/versions';

const FILES = [
  'package.json',
  'package-lock.json',
  'README.md',
  'README.ja.md',
  'LICENSE',
  '.env.example',
  '.gitignore',
];
let folder: string;
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@market.example', ...args], { cwd: folder });
const commit = () => {
  git('add', '-A', '-f');
  git('commit', '-qm', 'A change');
};

/** A small copy of the project under version control, whose version is ready to be released. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokumei-release-'));
  for (const file of [...FILES, 'docs/api.yaml', 'src/functions/connect.ts']) {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    cpSync(inProject(file), join(folder, file));
  }
  writeFileSync(join(folder, 'CHANGELOG.md'), '# Changelog\n\n## Unreleased\n\n- Something, because.\n');
  prepareRelease(folder, '9.8.7', '2026-02-03');
  git('init', '-q');
  commit();
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What fails, by name. */
async function failures(): Promise<string[]> {
  const verdicts = await Promise.all(
    releaseChecks(folder).map(async ({ name, run }) => ({ name, ...(await run()) })),
  );
  return verdicts.filter(({ state }) => state !== 'ok').map(({ name }) => name);
}

function edit(file: string, from: string, to: string): void {
  const path = join(folder, file);
  const before = readFileSync(path, 'utf8');
  expect(before).toContain(from);
  writeFileSync(path, before.replace(from, to));
}

describe('a release', () => {
  it('is prepared in every file that names the version', () => {
    expect(versionsIn(folder)).toEqual([
      { file: 'package.json', version: '9.8.7' },
      { file: 'package-lock.json', version: '9.8.7' },
      { file: 'package-lock.json', version: '9.8.7' },
      { file: 'docs/api.yaml', version: '9.8.7' },
    ]);
  });

  it('is ready when all holds', async () => expect(await failures()).toEqual([]));

  it('is not ready with a file that is not committed', async () => {
    writeFileSync(join(folder, 'new.txt'), 'new');
    expect(await failures()).toEqual(['tree']);
  });

  it('is not ready when two files name different versions', async () => {
    edit('docs/api.yaml', 'version: 9.8.7', 'version: 9.8.6');
    commit();
    expect(await failures()).toEqual(['versions']);
  });

  it('is not ready when something is unreleased, or the changelog does not know the version', async () => {
    edit('CHANGELOG.md', '## Unreleased\n', '## Unreleased\n\n- More, because.\n');
    commit();
    expect(await failures()).toEqual(['changelog']);
    edit('CHANGELOG.md', '\n- More, because.\n', '');
    edit('CHANGELOG.md', '9.8.7', '9.8.6');
    commit();
    expect(await failures()).toEqual(['changelog']);
  });

  it('is not ready when its tag is taken', async () => {
    git('tag', 'v9.8.7');
    expect(await failures()).toEqual(['tag']);
  });

  it('is not ready with a loose version of a dependency', async () => {
    edit('package.json', '"valibot": "', '"valibot": "^');
    commit();
    expect(await failures()).toEqual(['dependencies']);
  });

  it('is not ready with secrets in it, or without what everybody needs', async () => {
    writeFileSync(join(folder, '.env'), 'AUTH_TOKEN=x');
    commit();
    expect(await failures()).toEqual(['contents']);
    git('rm', '-q', '.env', 'LICENSE');
    commit();
    expect(await failures()).toEqual(['contents']);
  });
});
