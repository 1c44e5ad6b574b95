import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Stack } from '../scripts/local/stack';
import { localUsers } from '../scripts/local/users';
import { startChildRuntime } from '../scripts/runtime/child';
import { clientFor } from '../scripts/twilio-client';
import { readConfig } from '../src/config';
import type { SwitchboardName } from '../src/masking/session';
import type { CpuCost, CpuTask } from './cpu-process';
import { pairOf } from './pairs';
import { post, startService } from './service';

/** Measures the handlers in a process where nothing else runs: the simulator and its Redis stay in this one. */
export async function measureCpu(samples: number): Promise<CpuCost[]> {
  return [...(await measureOn('proxy', samples)), ...(await measureOn('voice', samples))];
}

async function measureOn(switchboard: SwitchboardName, samples: number): Promise<CpuCost[]> {
  const stack = await startService(startChildRuntime, switchboard, { rateLimit: false });
  const { context, keys } = stack;
  try {
    const tel = await post(stack, '/connect', pairOf(3, 0));
    const [{ ticket }] = await localUsers(keys);
    const sessionSid = switchboard === 'proxy' ? await sidOfFirstSession(stack) : '';
    return await inOwnProcess({
      switchboard,
      context,
      apiKey: keys.apiKey,
      ticket,
      tel,
      sessionSid,
      samples,
    });
  } finally {
    await stack.stop();
  }
}

async function sidOfFirstSession({ context, simulator }: Stack): Promise<string> {
  const client = await clientFor(readConfig(context));
  const [session] = await client.proxy.v1.services(simulator.serviceSid).sessions.list({ limit: 1 });
  return session?.sid ?? '';
}

async function inOwnProcess(task: CpuTask): Promise<CpuCost[]> {
  const child = fork(join(__dirname, 'cpu-process.ts'), {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  child.send(task);
  const ended = once(child, 'exit').then(([code]) =>
    Promise.reject(new Error(`The measurement ended with ${code}`)),
  );
  const [costs]: CpuCost[][] = await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => undefined);
  return costs ?? [];
}
