import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { close, listen } from '../../simulator/server';
import { environmentFile } from './environment-file';
import type { Runtime, RuntimeOptions } from './runtime';

const startLimitMs = 20_000;
const stopLimitMs = 3_000;

/** A runtime in a process of its own, with everything it printed. */
export interface ChildRuntime extends Runtime {
  pid: number;
  /** All of its standard output and error so far. */
  output(): string;
  /** Calls back with every further piece of it. */
  onOutput(listener: (text: string) => void): void;
  /** Calls back once when the process ends without having been stopped. */
  onUnexpectedExit(listener: (output: string) => void): void;
}

/**
 * Starts the real `twilio-run` on a free port and waits until it serves. The variables reach it through a temporary
 * file that only this user can read; a `.env` in the project is not read.
 * @throws Error with what the process printed when it ends or does not serve in time.
 */
export async function startChildRuntime(options: RuntimeOptions): Promise<ChildRuntime> {
  const folder = mkdtempSync(join(tmpdir(), 'tokumei-runtime-'));
  const envFile = join(folder, 'env');
  writeFileSync(envFile, environmentFile(options.context), { mode: 0o600 });
  const port = await freePort();
  const child = spawnTwilioRun(options.baseDir, envFile, port);
  const printed = collect(child);
  try {
    await serving(child, port, printed);
  } catch (error) {
    await end(child);
    throw error;
  } finally {
    // twilio-run reads it once.
    rmSync(folder, { recursive: true });
  }
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    output: () => printed.text,
    onOutput: (listener) => void printed.on('more', listener),
    onUnexpectedExit: (listener) => void child.once('exit', () => !child.killed && listener(printed.text)),
    stop: () => end(child),
  };
}

function spawnTwilioRun(baseDir: string, envFile: string, port: number): ChildProcess {
  const options = [
    '--no-fork-process',
    '--no-live',
    '--cwd',
    baseDir,
    '--env',
    envFile,
    '--port',
    String(port),
  ];
  return fork(require.resolve('twilio-run/bin/twilio-run'), ['start', ...options], {
    cwd: baseDir,
    execArgv: ['--require', require.resolve('./exit-with-parent.cjs')],
    // A terminal's Ctrl-C reaches its whole process group; only the parent shall decide when the runtime ends.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

/** What a process printed, with an event `more` for every piece. */
class Printed extends EventEmitter<{ more: [text: string] }> {
  text = '';
}

function collect(child: ChildProcess): Printed {
  const printed = new Printed();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      printed.text += chunk;
      printed.emit('more', chunk);
    });
  }
  return printed;
}

/** twilio-run lists its routes once it listens; asking for one of them would load a Function. */
async function serving(child: ChildProcess, port: number, printed: Printed): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      const failed = (why: string) => reject(new Error(`twilio-run ${why}\n${printed.text}`));
      timer = setTimeout(() => failed(`did not serve within ${startLimitMs} ms`), startLimitMs);
      child.once('error', (error) => failed(`could not be started: ${error.message}`));
      child.once('exit', (code) => failed(`ended with code ${code}`));
      printed.on('more', () => {
        if (printed.text.includes('already in use')) failed(`found port ${port} taken`);
        if (printed.text.includes(`http://localhost:${port}/`)) resolve();
      });
    });
  } finally {
    clearTimeout(timer);
    printed.removeAllListeners();
  }
}

/** Ends the process; where it does not end in time, by force. */
function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), stopLimitMs);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill('SIGTERM');
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  const url = await listen(server, 0);
  await close(server);
  return Number(new URL(url).port);
}
