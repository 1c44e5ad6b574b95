import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { generateKeys, type Keys } from '../../scripts/keys';
import { Cleanup } from '../../scripts/local/cleanup';
import { simulatedContext } from '../../scripts/local/context';
import { serveFunctions } from '../../scripts/local/functions';
import { prepareVoiceNumbers } from '../../scripts/local/voice-numbers';
import { listNumbers } from '../../scripts/numbers/listing';
import { syncPool } from '../../scripts/numbers/pool';
import { startInProcessRuntime } from '../../scripts/runtime/in-process';
import { setProxyUrls } from '../../scripts/setup/proxy-urls';
import { type Simulator, startSimulator } from '../../simulator';
import { close, listen } from '../../simulator/server';
import { type Config, readConfig } from '../../src/config';
import type { SwitchboardName } from '../../src/masking/session';
import { everythingIn } from '../support/redis-dump';
import { type Exchange, Tap } from './tap';

/** Where something left the process. */
export type Channel = 'log' | 'answer' | 'redis' | 'twilio' | 'events' | 'store';

/** The whole service, with everything that leaves it written down. */
export interface RecordedSystem {
  readonly url: string;
  readonly simulator: Simulator;
  readonly keys: Keys;
  /** Everything recorded so far. */
  recordings(): Readonly<Record<Channel, readonly string[]>>;
  /** Takes a copy of every key and value in Redis. */
  readStore(): Promise<void>;
  stop(): Promise<void>;
}

export async function startRecordedSystem(switchboard: SwitchboardName): Promise<RecordedSystem> {
  const log = recordConsole();
  const tasks = new Cleanup();
  const simulator = await startSimulator({ numbers: 5, plainNumbers: 5, sms: true });
  tasks.add(() => simulator.stop());
  const [edge, redis, twilio, events] = await Promise.all([
    Tap.start(),
    Tap.start(),
    Tap.start(),
    Tap.start(),
  ]);
  for (const tap of [edge, redis, twilio, events]) tasks.add(() => tap.stop());
  events.target = await startReceiver(tasks);
  redis.target = simulator.upstashUrl;
  twilio.target = simulator.url;
  const keys = generateKeys();
  const context = {
    ...simulatedContext(simulator, keys),
    ...SETTINGS[switchboard],
    UPSTASH_REDIS_REST_URL: redis.url,
    TWILIO_API_BASE_URL: twilio.url,
    EVENTS_URL: events.url,
    EVENTS_SECRET: `whsec_${randomBytes(32).toString('base64')}`,
  };
  const config = readConfig(context);
  const options = { context, startRuntime: startInProcessRuntime, publicUrl: edge.url };
  edge.target = (await serveFunctions(options, tasks)).edgeUrl;
  if (switchboard === 'voice') await prepareVoiceNumbers(config, simulator, edge.url);
  else await prepareProxy(config, edge.url);
  const store: string[] = [];
  return {
    url: edge.url,
    simulator,
    keys,
    recordings: () => ({
      log,
      answer: edge.exchanges.map(answered),
      redis: redis.exchanges.map((one) => `${one.path} ${one.requestHeaders} ${one.requestBody}`),
      twilio: twilio.exchanges.map(asked),
      events: events.exchanges.map((one) => `${one.requestHeaders} ${one.requestBody}`),
      store,
    }),
    readStore: async () => {
      store.push(...(await everythingIn(simulator)));
    },
    stop: () => tasks.run(),
  };
}

async function prepareProxy(config: Config, url: string): Promise<void> {
  await syncPool(config, await listNumbers(config), false);
  await setProxyUrls(config, url);
}

/** With `voice`, everything is on that makes Twilio hear of somebody. */
const SETTINGS = {
  proxy: {},
  voice: { SWITCHBOARD: 'voice', PROXY_SERVICE_SID: '', RECORD_CALLS: 'true', MISSED_CALL_SMS: 'true' },
} as const;

/** Where Twilio must be told whom to call, or what to relay to whom, and nowhere else. */
const FOR_TWILIO = [
  { path: /^\/(proxy|voice)\/pin/, told: /<Number[^>]*>[^<]*<\/Number>/ },
  { path: /^\/voice\/incoming/, told: /<Number[^>]*>[^<]*<\/Number>/ },
  { path: /^\/messages\/incoming/, told: /<Message to=.*<\/Message>/s },
];

function answered({ path, answer }: Exchange): string {
  const rule = FOR_TWILIO.find((one) => one.path.test(path));
  return rule === undefined ? answer : answer.replace(rule.told, '');
}

/** Likewise the participants of a new session and the receiver of a text; every other field of the form is searched. */
function asked({ method, path, requestHeaders, requestBody }: Exchange): string {
  const form = new URLSearchParams(requestBody);
  form.delete('Participants');
  if (path.includes('/Messages')) form.delete('To');
  return `${method} ${path} ${requestHeaders} ${form}`;
}

/** The marketplace's end of the events. */
async function startReceiver(tasks: Cleanup): Promise<string> {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(204).end();
  });
  tasks.add(() => close(server));
  return listen(server, 0);
}

function recordConsole(): string[] {
  const lines: string[] = [];
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    jest.spyOn(console, method).mockImplementation((...parts: unknown[]) => void lines.push(parts.join(' ')));
  }
  return lines;
}
