import { spawn } from 'node:child_process';
import { scripts } from '../../package.json';
import { inProject } from '../../scripts/project';

export interface Ended {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** The commands that are ours: their names, and the file that each begins in. */
export const commandFiles = new Map(
  Object.entries(scripts).flatMap(([name, line]): [string, string][] => {
    const file = /--import tsx (\S+\.ts)$/.exec(line)?.[1];
    return file === undefined ? [] : [[name, file]];
  }),
);

/** Runs a command as npm would, while what it talks to may be served by the test itself. */
export function runCommand(
  name: string,
  args: readonly string[],
  options: {
    env?: Readonly<Record<string, string>>;
    signal?: AbortSignal;
    /** What an abort sends. */
    killSignal?: NodeJS.Signals;
  } = {},
): Promise<Ended> {
  const file = inProject(commandFiles.get(name) ?? '');
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    cwd: inProject(),
    env: { ...process.env, NO_COLOR: '1', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    killSignal: options.killSignal ?? 'SIGKILL',
    ...(options.signal && { signal: options.signal }),
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (data) => (stdout += String(data)));
  child.stderr.on('data', (data) => (stderr += String(data)));
  // An abort is reported as an error, and ends the process all the same.
  child.on('error', () => undefined);
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, stdout, stderr })));
}
