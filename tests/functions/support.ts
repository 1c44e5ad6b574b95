import { setTimeout as wait } from 'node:timers/promises';
import { Response } from '../../node_modules/@twilio/runtime-handler/dist/dev-runtime/internal/response';
import { generateKeys, type Keys } from '../../scripts/keys';
import { simulatedContext } from '../../scripts/local/context';
import type { Settings } from '../../scripts/settings';
import { sealTicket, type TicketParty } from '../../scripts/ticket/seal';
import type { Simulator } from '../../simulator';
import { readConfig } from '../../src/config';
import type { Handler } from '../../src/http/runtime';
import { deadlineIn } from '../../src/masking/deadline';
import type { ProxyNumber } from '../../src/masking/numbers';
import { RedisPool } from '../../src/store/redis-pool';
import { ScriptRunner } from '../../src/store/script-runner';
import { storeSettings } from '../../src/wiring';
import { inPool } from '../support/people';
import { newId, PATIENCE_MS } from '../support/store';
import { startTestSimulator } from '../support/world';

// What the platform gives a Function besides its arguments.
Object.assign(globalThis, { Twilio: { Response } });

export const ORIGIN = 'https://app.market.example';
export const buyer: TicketParty = { id: 'buyer-1', phone: '090-1234-5678' };
export const seller: TicketParty = { id: 'seller-1', phone: '080-8765-4321' };
export const third: TicketParty = { id: 'third-1', phone: '070-2345-6789' };
/** How the numbers above must never appear anywhere: only their last digits count, whatever the spelling. */
const PRIVATE = /1234[-\s]?5678|8765[-\s]?4321|2345[-\s]?6789/;

/** What came back through the callback. */
export interface Outcome {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  /** Empty unless the answer is JSON. */
  readonly json: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly ms: number;
}

/** The handler files on a simulator of their own, called as the runtime calls them. */
export class FunctionWorld {
  readonly keys: Keys = generateKeys();
  readonly simulator: Simulator;
  /** What was logged since the last `reset`, line by line. */
  readonly lines: string[] = [];
  #answers: string[] = [];
  #settings: Settings = {};
  #resetAt = 0;

  private constructor(simulator: Simulator) {
    this.simulator = simulator;
  }

  static async start(): Promise<FunctionWorld> {
    return new FunctionWorld(await startTestSimulator({ numbers: 6 }));
  }

  /** Forgets everything that was: sessions, faults, settings and log. */
  async reset(): Promise<void> {
    const { simulator } = this;
    simulator.twilio.proxy.sessions.deleteAll(simulator.serviceSid);
    simulator.twilio.faults.clear();
    simulator.upstash.faults.clear();
    this.#settings = { KEY_PREFIX: `${newId()}:`, CORS_ORIGINS: ORIGIN, TICKET_MAX_AGE_SECONDS: '3600' };
    this.lines.length = 0;
    this.#answers = [];
    this.#resetAt = simulator.twilio.log.lastId;
    for (const level of ['log', 'warn', 'error'] as const) {
      jest
        .spyOn(console, level)
        .mockImplementation((...parts: unknown[]) => void this.lines.push(parts.join(' ')));
    }
    await this.savePool(simulator.numbers);
  }

  savePool(numbers: readonly string[]) {
    const config = readConfig(this.context());
    const entries = (numbers as readonly ProxyNumber[]).map(inPool);
    const { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token } = config;
    const patient = new ScriptRunner({ url, token, roundTripMs: PATIENCE_MS });
    return new RedisPool(patient, storeSettings(config)).save(
      entries,
      { dryRun: false },
      deadlineIn(PATIENCE_MS),
    );
  }

  /** The variables that the Functions get. */
  context(changes: Settings = {}): Settings {
    return { ...simulatedContext(this.simulator, this.keys), ...this.#settings, ...changes };
  }

  async ticket(user: TicketParty = buyer, peer: TicketParty = seller): Promise<Record<string, string>> {
    const content = { user, peer, audience: 'tokumei', lifetimeSeconds: 600 };
    return { authorization: `Bearer ${await sealTicket(this.keys.ticketKey, content)}` };
  }

  apiKey(): Record<string, string> {
    return { 'x-api-key': this.keys.apiKey };
  }

  async call(
    handler: Handler,
    request: {
      headers?: Readonly<Record<string, string>>;
      params?: object;
      settings?: Settings;
      /** The whole event, where it is not the runtime's usual one. */
      event?: Readonly<Record<string, unknown>>;
    } = {},
  ): Promise<Outcome> {
    const { headers = {}, params = {}, settings = {} } = request;
    const type = { 'content-type': 'application/json' };
    const event = request.event ?? { request: { headers: { ...type, ...headers }, cookies: {} }, ...params };
    const payloads: unknown[] = [];
    const start = performance.now();
    await handler(this.context(settings), event, (error, payload) => {
      payloads.push(error ?? payload);
    });
    const ms = performance.now() - start;
    await wait(0);
    const [response, ...more] = payloads;
    if (more.length > 0 || !(response instanceof Response))
      throw new Error(`expected one response, got ${payloads.length} payloads`);
    return this.#read(response, ms);
  }

  /** Fails when a real number, a ticket or a key appeared in an answer or in the log. */
  expectNothingPrivate(): void {
    const secrets = [...Object.values(this.keys.variables), this.keys.apiKey, this.keys.ticketKey.slice(3)];
    for (const text of [...this.lines, ...this.#answers]) {
      expect(text).not.toMatch(PRIVATE);
      expect(text).not.toContain('eyJ');
      for (const secret of [...secrets, this.simulator.authToken, this.simulator.upstashToken])
        expect(text).not.toContain(secret);
    }
  }

  /** How often Twilio was asked for anything since the last `reset`. */
  restCalls(): number {
    return this.simulator.twilio.log.count({ kind: 'rest', since: this.#resetAt });
  }

  /** How many sessions Twilio holds. */
  liveSessions(): number {
    const { twilio, serviceSid } = this.simulator;
    return twilio.proxy.sessions.page(serviceSid, 1_000).records.length;
  }

  /** Leaves out of the search what only Twilio reads: it must know whom to call. */
  excuse({ text }: Outcome): void {
    this.#answers = this.#answers.filter((answer) => !answer.startsWith(text));
  }

  /** The events that were logged, in order. */
  events(): Record<string, unknown>[] {
    return this.lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  }

  #read(response: Response, ms: number): Outcome {
    const { statusCode, headers, body } = response as unknown as {
      statusCode: number;
      headers: Record<string, unknown>;
      body: object | string;
    };
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    this.#answers.push(`${text} ${JSON.stringify(headers)}`);
    const json = typeof body === 'string' ? {} : (body as Record<string, unknown>);
    return { status: statusCode, headers, json, text, ms };
  }
}

/** A world for all tests of a file, fresh for each, and searched for anything private after each. */
export function useFunctionWorld(): () => FunctionWorld {
  let world: FunctionWorld | undefined;
  const current = () => {
    if (world === undefined) throw new Error('the simulator is not running yet');
    return world;
  };
  beforeAll(async () => {
    world = await FunctionWorld.start();
  });
  beforeEach(() => current().reset());
  afterEach(() => {
    jest.restoreAllMocks();
    current().expectNothingPrivate();
  });
  afterAll(() => world?.simulator.stop());
  return current;
}
