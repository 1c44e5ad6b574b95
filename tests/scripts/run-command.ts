import { spawn } from 'node:child_process';
import { inProject } from '../../scripts/project';

export interface Ended {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a command as npm would, while what it talks to may be served by the test itself. */
export function runCommand(
  script: string,
  args: readonly string[],
  options: { env?: Readonly<Record<string, string>>; signal?: AbortSignal } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, ['--import', 'tsx', inProject('scripts', `${script}.ts`), ...args], {
    cwd: inProject(),
    env: { ...process.env, NO_COLOR: '1', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    killSignal: 'SIGKILL',
    ...(options.signal && { signal: options.signal }),
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (data) => (stdout += String(data)));
  child.stderr.on('data', (data) => (stderr += String(data)));
  // An abort is reported as an error, and ends the process all the same.
  child.on('error', () => undefined);
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, stdout, stderr })));
}
