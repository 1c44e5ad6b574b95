import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Failure } from '../command';
import { inProject } from '../project';

/** What must hold before anything is sent; each takes seconds. The whole `npm test` is for the machine that merges. */
const checks = [
  { name: 'Checking types', bin: 'tsc', args: ['-p', '.'] },
  { name: 'Checking types of the page', bin: 'tsc', args: ['-p', 'src/assets'] },
  { name: 'Building, and testing the bundles', bin: 'jest', args: ['tests/integration/bundles.test.ts'] },
];

/** Runs the checks one after the other. @throws Failure with what the first that fails has printed */
export async function runChecks(progress: (text: string) => void): Promise<void> {
  for (const { name, bin, args } of checks) {
    progress(name);
    await promisify(execFile)(inProject('node_modules', '.bin', bin), args, { cwd: inProject() }).catch(
      (error: { stdout?: string; stderr?: string }) => {
        throw new Failure(`${error.stdout ?? ''}${error.stderr ?? ''}\n${name} failed. Nothing was sent.`);
      },
    );
  }
}
