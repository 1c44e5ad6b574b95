import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectRedis } from './redis-connection';
import type { RedisEngine } from './reply';

const command = 'redis-server';

/**
 * Runs the server until this process closes the shell's standard input, which it also does by dying, however that
 * happens: no server outlives the process that started it. $1 is the server's folder, the rest are its options.
 */
const guardedServer = `
  exec 3<&0
  folder=$1; shift
  ${command} --dir "$folder" "$@" 3<&- &
  server=$!
  { cat <&3 >/dev/null; kill $server; } 2>/dev/null &
  wait $server
  status=$?
  rm -rf "$folder"
  exit $status`;

/** Whether `redis-server` is on the PATH. */
export function hasRedisServer(): boolean {
  return spawnSync(command, ['--version']).status === 0;
}

/**
 * Starts an empty redis-server on a unix socket, without persistence. `close` ends it and removes its folder.
 * @throws Error when there is none on the PATH or it does not start.
 */
export async function spawnRedisServer(): Promise<RedisEngine> {
  if (!hasRedisServer()) throw new Error(`${command} is not on the PATH`);
  const folder = await mkdtemp(join(tmpdir(), 'tokumei-redis-'));
  const socket = join(folder, 'redis.sock');
  const child = spawnGuarded(folder, socket);
  try {
    await ready(child);
    const connection = await connectRedis({ path: socket }, command);
    return { ...connection, close: () => connection.close().finally(() => end(child)) };
  } catch (error) {
    await end(child);
    throw error;
  }
}

function spawnGuarded(folder: string, socket: string): ChildProcess {
  const options = ['--port', '0', '--unixsocket', socket, '--unixsocketperm', '700', '--save', ''];
  return spawn('sh', ['-c', guardedServer, 'sh', folder, ...options, '--appendonly', 'no'], {
    stdio: ['pipe', 'pipe', 'ignore'],
    // A terminal's Ctrl-C reaches its whole process group; only this process shall decide when the server ends.
    detached: true,
  });
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

async function end(child: ChildProcess): Promise<void> {
  child.stdin?.end();
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}
