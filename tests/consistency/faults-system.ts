import { generateKeys } from '../../scripts/keys';
import { Cleanup } from '../../scripts/local/cleanup';
import { simulatedContext } from '../../scripts/local/context';
import { serveFunctions } from '../../scripts/local/functions';
import { startInProcessRuntime } from '../../scripts/runtime/in-process';
import type { Settings } from '../../scripts/settings';
import { type Simulator, startSimulator } from '../../simulator';
import { WebhookClient } from '../../simulator/twilio/telephony/webhook-client';
import { readConfig } from '../../src/config';
import { deadlineIn } from '../../src/masking/deadline';
import type { ProxyNumber } from '../../src/masking/numbers';
import { pool } from '../../src/wiring';
import type { Observed } from '../support/invariants';
import { inPool } from '../support/people';
import { Wire } from './faults-wire';

const NUMBERS = 8;

/** What came back over HTTP. */
export interface Reply {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly text: string;
}

/** The built Functions on the real local runtime behind the edge, on wires to both dependencies that can be cut. */
export interface FaultSystem extends Observed {
  readonly simulator: Simulator;
  /** The numbers of the pool. */
  readonly numbers: readonly string[];
  readonly wires: Readonly<Record<'redis' | 'twilio', Wire>>;
  /** A backend's request, with its API key. */
  call(path: string, body?: object): Promise<Reply>;
  /** A signed request of Twilio's. */
  webhook(path: string, parameters: Record<string, string>): Promise<Reply>;
  /** One Redis command, past the wire and its faults. */
  command(...parts: string[]): Promise<unknown>;
  /** Mends everything and forgets every session. */
  reset(): Promise<void>;
  /** Mends everything. */
  mend(): Promise<void>;
  /** Moves the clock of the Functions and of Twilio. */
  pass(seconds: number): Promise<void>;
  stop(): Promise<void>;
}

export async function startFaultSystem(settings: Settings = {}): Promise<FaultSystem> {
  for (const method of ['log', 'warn', 'error'] as const) jest.spyOn(console, method).mockImplementation();
  const tasks = new Cleanup();
  const simulator = await startSimulator({
    numbers: NUMBERS,
    plainNumbers: NUMBERS,
    sms: true,
    rateLimit: false,
  });
  tasks.add(() => simulator.stop());
  const wires = { redis: await Wire.to(simulator.upstashUrl), twilio: await Wire.to(simulator.url) };
  for (const wire of Object.values(wires)) tasks.add(() => wire.cut());
  const keys = generateKeys();
  const context = {
    ...simulatedContext(simulator, keys),
    UPSTASH_REDIS_REST_URL: wires.redis.url,
    TWILIO_API_BASE_URL: wires.twilio.url,
    ...settings,
  };
  const options = { context, startRuntime: startInProcessRuntime };
  const { functionsUrl } = await serveFunctions(options, tasks);
  const { twilio, serviceSid } = simulator;
  const { sessions } = twilio.proxy;
  const config = readConfig(context);
  const numbers = config.SWITCHBOARD === 'voice' ? simulator.plainNumbers : simulator.numbers;
  const client = new WebhookClient(twilio);
  const clock = movableClock();
  const mend = async () => {
    simulator.upstash.faults.clear();
    twilio.faults.clear();
    await Promise.all([wires.redis.mend(), wires.twilio.mend()]);
  };
  const command = (...parts: string[]) => redisCommand(simulator, parts);
  return {
    simulator,
    numbers,
    wires,
    store: { settings: { prefix: config.KEY_PREFIX }, now: Date.now },
    liveAtTwilio: () =>
      sessions.page(serviceSid, 1_000).records.filter(({ sid }) => sessions.find(sid)?.status !== 'closed'),
    call: (path, body = {}) => post(functionsUrl + path, keys.apiKey, body),
    webhook: async (path, parameters) => {
      const request = { url: functionsUrl + path, method: 'POST', parameters, purpose: path } as const;
      const { status = 0, body = '' } = (await client.send(request)) ?? {};
      return { status, retryAfter: null, text: body };
    },
    command,
    mend,
    reset: async () => {
      await mend();
      sessions.deleteAll(serviceSid);
      await command('flushdb');
      const entries = (numbers as readonly string[] as ProxyNumber[]).map(inPool);
      await pool(config).save(entries, { dryRun: false }, deadlineIn(2_000));
    },
    pass: async (seconds) => {
      clock.move(seconds * 1_000);
      await twilio.clock.advance(seconds);
    },
    stop: () => tasks.run(),
  };
}

async function post(url: string, apiKey: string, body: object): Promise<Reply> {
  const headers = { 'X-Api-Key': apiKey, 'Content-Type': 'application/json' };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return {
    status: answer.status,
    retryAfter: answer.headers.get('Retry-After'),
    text: await answer.text(),
  };
}

async function redisCommand(simulator: Simulator, parts: readonly string[]): Promise<unknown> {
  const headers = { authorization: `Bearer ${simulator.upstashToken}` };
  const init = { method: 'POST', headers, body: JSON.stringify(parts) };
  return ((await (await fetch(simulator.upstashUrl, init)).json()) as { result: unknown }).result;
}

/** The Functions run in this process: moving its clock moves theirs. */
function movableClock(): { move(ms: number): void } {
  const real = Date.now.bind(Date);
  let offsetMs = 0;
  jest.spyOn(Date, 'now').mockImplementation(() => real() + offsetMs);
  return {
    move: (ms) => {
      offsetMs += ms;
    },
  };
}
