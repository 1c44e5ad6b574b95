import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pc from 'picocolors';
import { command, markFailed, runScript } from './command';
import { inProject } from './project';
import { add, type Count, countOf } from './test/count';

const checks: { name: string; bin: string; args: string[] }[] = [
  { name: 'Format and lint', bin: 'biome', args: ['check', '--error-on-warnings'] },
  { name: 'Types', bin: 'tsc', args: ['-p', '.'] },
  { name: 'Types of the public page', bin: 'tsc', args: ['-p', 'src/assets'] },
  { name: 'Types of the handsets page', bin: 'tsc', args: ['-p', 'simulator/phones/page'] },
  { name: 'Build', bin: 'tsx', args: ['scripts/build.ts'] },
];

const program = command('test', 'Checks format, lint, types and build, then runs every test.');

runScript(program, async () => {
  let count: Count = { passed: 0, failed: 0 };
  for (const { name, bin, args } of checks) {
    const done = await step(name, bin, args);
    count = add(count, done ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  }
  count = add(count, await tests());
  console.log(`${count.passed} passed, ${count.failed} failed`);
  if (count.failed > 0) markFailed();
});

/** Runs jest, which prints as it goes, and counts what it reports in the end. */
async function tests(): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), 'tokumei-test-'));
  const report = join(folder, 'report.json');
  try {
    const done = await step('Tests', 'jest', ['--ci', '--json', `--outputFile=${report}`]);
    const text = existsSync(report) ? readFileSync(report, 'utf8') : undefined;
    return countOf(text, done);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs a tool of the project and tells whether it ended well. */
function step(name: string, bin: string, args: string[]): Promise<boolean> {
  console.log(pc.bold(name));
  const stdio: ['ignore', 'inherit', 'inherit'] = ['ignore', 'inherit', 'inherit'];
  const child = spawn(inProject('node_modules', '.bin', bin), args, { cwd: inProject(), stdio });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code === 0));
  });
}
