import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { inProject } from '../scripts/project';
import { startInProcessRuntime } from '../scripts/runtime/in-process';
import type { Settings } from '../scripts/settings';
import { pairOf } from './pairs';
import { quantile, rounded } from './statistics';

type Handler = (
  context: object,
  event: object,
  callback: (error: unknown, answer: unknown) => void,
) => unknown;

/** What `cpu.ts` sends to this process. */
export interface CpuTask {
  context: Settings;
  apiKey: string;
  ticket: string;
  /** A Proxy session that is alive. */
  sessionSid: string;
  samples: number;
}

/** Our own CPU time for one request, at the median, in milliseconds. */
export interface CpuCost {
  request: string;
  cpuMs: number;
}

const warmUps = 100;

process.once('message', async (task: CpuTask) => {
  // The runtime's globals, such as Twilio.Response, are there once it was started.
  const runtime = await startInProcessRuntime({ baseDir: inProject(), context: task.context });
  process.send?.(await measure(task));
  await runtime.stop();
  process.disconnect();
});

async function measure({ context, apiKey, ticket, sessionSid, samples }: CpuTask): Promise<CpuCost[]> {
  const json = { 'content-type': 'application/json' };
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const byKey = { ...json, authorization: `Bearer ${apiKey}` };
  const costOf = async (request: string, path: string, headers: object, body: () => object) => {
    const run = runner(path, context, headers, body);
    for (let n = 0; n < warmUps; n += 1) await run();
    const times: number[] = [];
    for (let n = 0; n < samples; n += 1) times.push(await cpuMsOf(run));
    return { request, cpuMs: rounded(quantile(times, 0.5), 2) };
  };
  let turn = 0;
  return [
    await costOf(
      'connect, same partner, ticket',
      'connect',
      { authorization: `Bearer ${ticket}` },
      () => ({}),
    ),
    await costOf('connect, same partner, API key', 'connect', byKey, () => pairOf(1, 0)),
    await costOf('connect, new partner', 'connect', byKey, () => pairOf(2, turn++ % 10)),
    await costOf('sessions', 'sessions', byKey, () => ({ userId: 'user-1' })),
    await costOf('intercept', 'proxy/intercept.protected', form, () => interaction(sessionSid)),
    await costOf('callback', 'proxy/callback.protected', form, () => interaction(sessionSid)),
    await costOf('out of session', 'proxy/out-of-session.protected', form, lostCall),
  ];
}

function runner(path: string, context: object, headers: object, body: () => object): () => Promise<void> {
  const { handler }: { handler: Handler } = require(join(inProject('dist', 'functions'), `${path}.js`));
  return () =>
    new Promise((resolve, reject) => {
      const event = { request: { headers, cookies: {} }, ...body() };
      handler(context, event, (error) => (error ? reject(error) : resolve()));
    });
}

async function cpuMsOf(run: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function interaction(sessionSid: string): object {
  return {
    interactionSid: `KI${randomBytes(16).toString('hex')}`,
    interactionSessionSid: sessionSid,
    interactionType: 'Voice',
    interactionData: '',
    inboundResourceStatus: 'ringing',
  };
}

function lostCall(): object {
  return { CallSid: `CA${randomBytes(16).toString('hex')}`, From: '+817033334444', To: '+815031000000' };
}
