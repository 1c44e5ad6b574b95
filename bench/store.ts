import { randomBytes } from 'node:crypto';
import type { RedisEngine } from '../simulator/upstash/reply';
import { RedisError } from '../simulator/upstash/reply';
import { deadlineIn } from '../src/masking/deadline';
import type { Country, ProxyNumber, RealNumber } from '../src/masking/numbers';
import type { Participant, SessionId, SwitchboardName, SwitchboardSid, UserId } from '../src/masking/session';
import { RedisInteractionStore } from '../src/store/redis-interaction-store';
import { RedisPool } from '../src/store/redis-pool';
import { RedisSessionStore } from '../src/store/redis-session-store';
import { EngineRunner } from './engine-runner';
import { rounded } from './statistics';

const JP = 'JP' as Country;
const unlimited = 999_999_999;
const deadline = deadlineIn(3_600_000);

/** The n-th number of the pool. */
export function poolNumber(index: number): ProxyNumber {
  return `+8150${31_000_000 + index}` as ProxyNumber;
}

/** The n-th user on one of the two sides. */
export function participant(side: 'buyer' | 'seller', index: number): Participant {
  const prefix = side === 'buyer' ? '90' : '80';
  return {
    userId: `${side}-${index}` as UserId,
    number: `+81${prefix}${10_000_000 + index}` as RealNumber,
    country: JP,
  };
}

/** The store on an engine, without HTTP between: what is measured is Redis. */
export class BenchStore {
  readonly #sessions: RedisSessionStore;
  readonly #interactions: RedisInteractionStore;
  readonly #pool: RedisPool;

  constructor(
    private readonly engine: RedisEngine,
    switchboard: SwitchboardName,
  ) {
    const runner = new EngineRunner(engine);
    const settings = settingsOf(switchboard);
    this.#sessions = new RedisSessionStore(runner, settings);
    this.#interactions = new RedisInteractionStore(runner, settings);
    this.#pool = new RedisPool(runner, settings);
  }

  async fillPool(size: number): Promise<void> {
    const numbers = Array.from({ length: size }, (_, index) => ({
      number: poolNumber(index),
      country: JP,
      canCall: true,
      canText: true,
    }));
    await this.#pool.save(numbers, { dryRun: false }, deadline);
  }

  /** Opens a session and answers the number that the caller dials; undefined where the pool has none left. */
  async connect(caller: Participant, callee: Participant): Promise<ProxyNumber | undefined> {
    const sessionId = `tk${randomBytes(12).toString('base64url')}` as SessionId;
    const decision = await this.#sessions.reserve({ pair: { caller, callee }, sessionId }, deadline);
    if (decision.kind === 'opened') return decision.tel;
    if (decision.kind !== 'reserved') return undefined;
    const sid = `KC${randomBytes(16).toString('hex')}` as SwitchboardSid;
    await this.#sessions.confirm({ sessionId, sid, numbers: decision.numbers, closed: [] }, deadline);
    return decision.numbers.caller;
  }

  async route({ number: from }: Participant, to: ProxyNumber): Promise<void> {
    const interactionId = `CA${randomBytes(16).toString('hex')}`;
    const decision = await this.#interactions.route({ interactionId, kind: 'voice', from, to }, deadline);
    if (decision.kind !== 'joined') throw new Error(`expected a partner, got ${decision.kind}`);
  }

  async usedBytes(): Promise<number> {
    return Number(/used_memory:(\d+)/.exec(await this.#info('memory'))?.[1]);
  }

  /** Microseconds that Redis spends inside each of `times` actions, which it counts itself. */
  async scriptMicroseconds(times: number, action: (index: number) => Promise<unknown>): Promise<number> {
    await this.engine.call(['CONFIG', 'RESETSTAT']);
    for (let index = 0; index < times; index += 1) await action(index);
    const usec = /cmdstat_evalsha:.*?usec=(\d+)/.exec(await this.#info('commandstats'))?.[1];
    return rounded(Number(usec) / times, 0);
  }

  async #info(section: string): Promise<string> {
    const reply = await this.engine.call(['INFO', section]);
    if (reply === null || reply instanceof RedisError)
      throw new Error(`This Redis does not tell about ${section}`);
    return reply.toString();
  }
}

function settingsOf(switchboard: SwitchboardName) {
  const dataKey = { id: 'd1', key: randomBytes(32) };
  const quota = { perHour: unlimited, perDay: unlimited };
  return {
    prefix: 'tk:',
    lookupKey: randomBytes(32),
    switchboard,
    dataKey,
    openingKeys: [dataKey],
    defaultCountry: JP,
    sessionTtlSeconds: 30 * 86_400,
    reservationSeconds: 12,
    maxSessionsPerUser: 1,
    coolOffSeconds: 86_400,
    callLogDays: 90,
    reportDays: 365,
    announcesEvents: false,
    pauses: { afterViolations: 5, windowSeconds: 3_600, pauseSeconds: 3_600 },
    pinTriesPerHour: { caller: unlimited, number: unlimited },
    quotas: { user: quota, pair: quota, serviceDaily: unlimited, interactionsPerHour: unlimited },
  };
}
