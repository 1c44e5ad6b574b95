import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectRedis } from './redis-connection';
import type { RedisEngine } from './reply';

const command = 'redis-server';

/** Whether `redis-server` is on the PATH. */
export function hasRedisServer(): boolean {
  return spawnSync(command, ['--version']).status === 0;
}

/** Starts an empty redis-server on a unix socket, without persistence. `close` ends it and removes its folder. */
export async function spawnRedisServer(): Promise<RedisEngine> {
  const folder = await mkdtemp(join(tmpdir(), 'tokumei-redis-'));
  const socket = join(folder, 'redis.sock');
  const child = spawn(
    command,
    [
      '--port',
      '0',
      '--unixsocket',
      socket,
      '--unixsocketperm',
      '700',
      '--dir',
      folder,
      '--save',
      '',
      '--appendonly',
      'no',
    ],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const stop = stopper(child, folder);
  try {
    await ready(child);
    const connection = await connectRedis({ path: socket }, command);
    return { ...connection, close: () => connection.close().finally(stop) };
  } catch (error) {
    await stop();
    throw error;
  }
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${command} ended with ${code} before it was ready`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      if (chunk.includes('eady to accept connections')) resolve();
    });
  });
}

/** Ends the child, also when this process ends without calling `close`. */
function stopper(child: ChildProcess, folder: string): () => Promise<void> {
  const kill = () => child.kill('SIGTERM');
  process.once('exit', kill);
  return async () => {
    process.off('exit', kill);
    const isRunning = child.pid !== undefined && child.exitCode === null && child.signalCode === null;
    if (isRunning) {
      const ended = once(child, 'exit');
      kill();
      await ended;
    }
    await rm(folder, { recursive: true, force: true });
  };
}
