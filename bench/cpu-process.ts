import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { inProject } from '../scripts/project';
import { startInProcessRuntime } from '../scripts/runtime/in-process';
import type { Settings } from '../scripts/settings';
import type { SwitchboardName } from '../src/masking/session';
import { pairOf } from './pairs';
import { quantile, rounded } from './statistics';
import { type Incoming, parametersOf, paths } from './webhook';

type Handler = (
  context: object,
  event: object,
  callback: (error: unknown, answer: unknown) => void,
) => unknown;

/** What `cpu.ts` sends to this process. */
export interface CpuTask {
  switchboard: SwitchboardName;
  context: Settings;
  apiKey: string;
  ticket: string;
  /** What the caller of a live session dials. */
  tel: string;
  /** The same session at Twilio Proxy. */
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

async function measure(task: CpuTask): Promise<CpuCost[]> {
  const costs: CpuCost[] = [];
  const requests = task.switchboard === 'proxy' ? proxyRequests(task) : voiceRequests(task);
  for (const { request, path, headers, body } of requests) {
    const run = runner(path, task.context, headers, body);
    for (let n = 0; n < warmUps; n += 1) await run();
    const times: number[] = [];
    for (let n = 0; n < task.samples; n += 1) times.push(await cpuMsOf(run));
    costs.push({ request, cpuMs: rounded(quantile(times, 0.5), 2) });
  }
  return costs;
}

interface Request {
  request: string;
  path: string;
  headers: object;
  body: () => object;
}

const form = { 'content-type': 'application/x-www-form-urlencoded' };

function proxyRequests({ apiKey, ticket, sessionSid }: CpuTask): Request[] {
  const byKey = { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` };
  const byTicket = { authorization: `Bearer ${ticket}` };
  const asProxy = (path: string) => ({ path, headers: form, body: () => interaction(sessionSid) });
  let turn = 0;
  return [
    { request: 'connect, same partner, ticket', path: 'connect', headers: byTicket, body: () => ({}) },
    { request: 'connect, same partner, API key', path: 'connect', headers: byKey, body: () => pairOf(1, 0) },
    {
      request: 'connect, new partner',
      path: 'connect',
      headers: byKey,
      body: () => pairOf(2, turn++ % 10),
    },
    { request: 'sessions', path: 'sessions', headers: byKey, body: () => ({ userId: 'user-1' }) },
    { request: 'intercept', ...asProxy('proxy/intercept.protected') },
    { request: 'callback', ...asProxy('proxy/callback.protected') },
    { request: 'out of session', path: 'proxy/out-of-session.protected', headers: form, body: lostCall },
  ];
}

function voiceRequests({ apiKey, tel }: CpuTask): Request[] {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` };
  const { from } = pairOf(3, 0);
  const arriving = (kind: Incoming['kind']) => ({
    path: `${paths[kind].slice(1)}.protected`,
    headers: form,
    body: () => parametersOf({ kind, from, to: tel }),
  });
  let turn = 0;
  return [
    {
      request: 'connect, new partner, voice',
      path: 'connect',
      headers,
      body: () => pairOf(2, turn++ % 10),
    },
    { request: 'incoming call', ...arriving('call') },
    { request: 'incoming text', ...arriving('text') },
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
  return parametersOf({ kind: 'call', from: '+817033334444', to: '+815031000000' });
}
