import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { counted } from '../counted';
import { type Check, failed, ok } from '../doctor/check';
import { releasesIn } from './changelog';
import { versionsIn } from './versions';

const EXACT = /^\d+\.\d+\.\d+$/;
/** What a copy of the project cannot be used without, and what must not be in one. */
const NEEDED = [
  'README.md',
  'README.ja.md',
  'LICENSE',
  'CHANGELOG.md',
  '.env.example',
  'package.json',
  'src/functions/connect.ts',
];
const SECRET = /(^|\/)(\.env(?!\.example$)|\.twiliodeployinfo|dist\/|node_modules\/)/;

/** What must hold before a version is released, for the project in a folder; nothing is changed or published. */
export function releaseChecks(folder: string): Check[] {
  return [
    { name: 'tree', run: async () => tree(folder) },
    { name: 'versions', run: async () => versions(folder) },
    { name: 'changelog', run: async () => changelog(folder) },
    { name: 'tag', run: async () => tag(folder) },
    { name: 'dependencies', run: async () => dependencies(folder) },
    { name: 'contents', run: async () => contents(folder) },
  ];
}

function tree(folder: string) {
  const changed = lines(git(folder, 'status', '--porcelain'));
  if (changed.length === 0) return ok(`clean at ${git(folder, 'rev-parse', '--short', 'HEAD').trim()}`);
  return failed(
    counted(changed.length, 'file differs', 'files differ'),
    'Commit or remove what differs, so that the release can be made again.',
  );
}

function versions(folder: string) {
  const found = versionsIn(folder);
  const different = [...new Set(found.map(({ version }) => version))];
  if (different.length === 1) return ok(different.join());
  return failed(
    found.map(({ file, version }) => `${file} ${version}`).join(', '),
    'Let every file name the same version: npm run release -- --prepare VERSION.',
  );
}

function changelog(folder: string) {
  const [unreleased, latest] = releasesIn(readFileSync(join(folder, 'CHANGELOG.md'), 'utf8'));
  const version = versionOf(folder);
  if (unreleased?.notes !== '')
    return failed(
      'something is unreleased',
      'Run npm run release -- --prepare VERSION, or empty Unreleased.',
    );
  if (latest?.version !== version || latest.notes === '')
    return failed(`says nothing of ${version}`, 'Say in CHANGELOG.md what changed and why.');
  return ok(`${version} of ${latest.date}`);
}

function tag(folder: string) {
  const name = `v${versionOf(folder)}`;
  const exists = git(folder, 'tag', '--list', name).trim() !== '';
  return exists
    ? failed(`${name} is taken`, 'A version is released once: take the next one.')
    : ok(`${name} is free`);
}

/** The platform ignores the lockfile. */
function dependencies(folder: string) {
  const { dependencies: wanted = {} } = packageOf(folder);
  const loose = Object.entries(wanted).filter(([, version]) => !EXACT.test(version));
  if (loose.length === 0) return ok(`${Object.keys(wanted).length}, each with an exact version`);
  return failed(
    loose.map(([name, version]) => `${name} ${version}`).join(', '),
    'Name exact versions in package.json.',
  );
}

function contents(folder: string) {
  const files = lines(git(folder, 'ls-files'));
  const missing = NEEDED.filter((file) => !files.includes(file));
  const secret = files.filter((file) => SECRET.test(file));
  if (missing.length === 0 && secret.length === 0) return ok(counted(files.length, 'file'));
  const found = [...missing.map((file) => `${file} is missing`), ...secret.map((file) => `${file} is there`)];
  return failed(found.join(', '), 'Add what is missing, and take out what belongs to nobody else.');
}

function versionOf(folder: string): string {
  return packageOf(folder).version;
}

function packageOf(folder: string): { version: string; dependencies?: Record<string, string> } {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

function git(folder: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd: folder, encoding: 'utf8' });
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}
