import { spawnSync } from 'node:child_process';
import { writeApiPage } from './api-docs';
import { command, Misuse, markFailed, runScript } from './command';
import { type Check, examine, type Finding, failed, ok } from './doctor/check';
import { findingsText } from './doctor/report';
import { inProject, projectDir } from './project';
import { releaseChecks } from './release/checks';
import { prepareRelease } from './release/versions';

interface ReleaseOptions {
  prepare?: string;
  tests: boolean;
  json?: boolean;
}

const program = command('release', 'Checks whether this version can be released. Publishes nothing.')
  .option(
    '--prepare <version>',
    'instead: write this version into every file that names it, and into the changelog',
  )
  .option('--no-tests', 'leave out npm test')
  .option('--json', 'print one line of JSON');

const tests: Check = {
  name: 'tests',
  run: async () => {
    const { status } = spawnSync(process.execPath, ['--import', 'tsx', inProject('scripts', 'test.ts')], {
      cwd: projectDir,
      stdio: ['ignore', process.stderr, 'inherit'],
    });
    return status === 0 ? ok('passed') : failed('see above', 'Run npm test and mend what fails.');
  },
};

runScript(program, async ({ prepare, tests: withTests, json }: ReleaseOptions) => {
  if (prepare !== undefined) return prepareVersion(prepare);
  const findings: Finding[] = [];
  for (const check of [...releaseChecks(projectDir), ...(withTests ? [tests] : [])])
    findings.push(await examine(check));
  const isReady = findings.every(({ state }) => state === 'ok');
  console.log(json ? JSON.stringify({ isReady, checks: findings }) : findingsText(findings));
  if (!isReady) markFailed();
});

async function prepareVersion(version: string): Promise<void> {
  if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Misuse(`${version} is no version such as 0.2.0`);
  prepareRelease(projectDir, version, new Date().toISOString().slice(0, 10));
  writeApiPage();
  console.log(`${version} is written. Read CHANGELOG.md, commit, and run npm run release.`);
}
