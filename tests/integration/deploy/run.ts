import { spawn } from 'node:child_process';

/** How a command ended and what it printed. */
export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface RunOptions {
  environment?: Readonly<Record<string, string>>;
  /** Ends the command with the signal that is the reason, as somebody who is in a hurry does. */
  signal?: AbortSignal | undefined;
}

/** Runs `npm run -s <args>` in a folder. */
export function runNpm(
  folder: string,
  args: readonly string[],
  { environment, signal }: RunOptions,
): Promise<Ended> {
  const { NODE_ENV: _test, ...inherited } = process.env;
  const child = spawn('npm', ['run', '-s', ...args], {
    cwd: folder,
    // Where CI is set, colours would stand between what is read from the output.
    env: { ...inherited, NO_COLOR: '1', ...environment },
    // A process group of its own, so that killing it leaves nothing behind.
    detached: true,
  });
  const ended: Ended = { code: null, stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    ended.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    ended.stderr += text;
  });
  signal?.addEventListener('abort', () => child.pid && process.kill(-child.pid, signal.reason));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ ...ended, code }));
  });
}
