import { randomBytes } from 'node:crypto';
import { type EngineChoice, openEngine } from '../simulator/upstash/engine';
import { type RedisEngine, RedisError } from '../simulator/upstash/reply';
import { deadlineIn } from '../src/masking/deadline';
import type { Country, ProxyNumber, RealNumber } from '../src/masking/numbers';
import type { Pair, SessionId, SwitchboardSid, UserId } from '../src/masking/session';
import { type PoolNumber, RedisPool } from '../src/store/redis-pool';
import { RedisSessionStore } from '../src/store/redis-session-store';
import { EngineRunner } from './engine-runner';
import { rounded } from './statistics';

const JP = 'JP' as Country;
const unlimited = 999_999_999;
const poolSize = 1_000;
/** Reservations measured at each size, and sessions opened at the same time on the way there. */
const probes = 500;
const concurrency = 100;

/** What the store costs with so many sessions alive. */
export interface Scale {
  sessions: number;
  /** Of Redis's memory, for each session. */
  bytesPerSession: number;
  /** Redis's own time for one allocation: the whole `reserve` script. */
  reserveMicroseconds: number;
}

/** Fills a real Redis step by step and measures at each step. */
export async function measureScale(steps: readonly number[], engineChoice: EngineChoice): Promise<Scale[]> {
  const engine = await openEngine(engineChoice);
  try {
    const runner = new EngineRunner(engine);
    const store = new RedisSessionStore(runner, settings());
    const numbers = Array.from({ length: poolSize }, (_, n) => poolNumber(n));
    await new RedisPool(runner, settings()).save(numbers, { dryRun: false }, deadlineIn(10_000));
    const emptyBytes = await usedBytes(engine);
    const measured: Scale[] = [];
    for (const [index, sessions] of steps.entries()) {
      await fill(store, steps[index - 1] ?? 0, sessions);
      const bytesPerSession = Math.round(((await usedBytes(engine)) - emptyBytes) / sessions);
      measured.push({ sessions, bytesPerSession, reserveMicroseconds: await reserveTime(engine, store) });
    }
    return measured;
  } finally {
    await engine.close();
  }
}

function poolNumber(index: number): PoolNumber {
  const number = `+8150${31_000_000 + index}` as ProxyNumber;
  return { number, country: JP, canCall: true, canText: true };
}

async function fill(store: RedisSessionStore, from: number, to: number): Promise<void> {
  for (let start = from; start < to; start += concurrency) {
    const indexes = Array.from({ length: Math.min(concurrency, to - start) }, (_, n) => start + n);
    await Promise.all(indexes.map((index) => open(store, index)));
  }
}

async function open(store: RedisSessionStore, index: number): Promise<void> {
  const sid = `KC${index.toString(16).padStart(32, '0')}` as SwitchboardSid;
  const decision = await reserve(store, index);
  if (decision.kind !== 'reserved') throw new Error(`expected a reservation, got ${decision.kind}`);
  const { sessionId, numbers } = decision;
  await store.confirm({ sessionId, sid, numbers, closed: [] }, deadlineIn(10_000));
}

/** Redis counts the time that it spends inside scripts. */
async function reserveTime(engine: RedisEngine, store: RedisSessionStore): Promise<number> {
  await engine.call(['CONFIG', 'RESETSTAT']);
  const reserved: SessionId[] = [];
  for (let index = 0; index < probes; index += 1) {
    const decision = await reserve(store, 50_000_000 + index);
    if (decision.kind === 'reserved') reserved.push(decision.sessionId);
  }
  const microseconds = Number(
    /cmdstat_evalsha:.*usec_per_call=([\d.]+)/.exec(await info(engine, 'commandstats'))?.[1],
  );
  for (const sessionId of reserved) await store.release(sessionId, [], deadlineIn(10_000));
  return rounded(microseconds, 0);
}

function reserve(store: RedisSessionStore, index: number) {
  const sessionId = `tk${randomBytes(12).toString('base64url')}` as SessionId;
  return store.reserve({ pair: pairOf(index), sessionId }, deadlineIn(10_000));
}

function pairOf(index: number): Pair {
  const side = (role: string, prefix: string) => ({
    userId: `${role}-${index}` as UserId,
    number: `+81${prefix}${10_000_000 + index}` as RealNumber,
    country: JP,
  });
  return { caller: side('buyer', '90'), callee: side('seller', '80') };
}

async function usedBytes(engine: RedisEngine): Promise<number> {
  return Number(/used_memory:(\d+)/.exec(await info(engine, 'memory'))?.[1]);
}

async function info(engine: RedisEngine, section: string): Promise<string> {
  const reply = await engine.call(['INFO', section]);
  if (reply === null || reply instanceof RedisError)
    throw new Error(`This Redis does not tell about ${section}`);
  return reply.toString();
}

function settings() {
  const dataKey = { id: 'd1', key: randomBytes(32) };
  const quota = { perHour: unlimited, perDay: unlimited };
  return {
    prefix: 'bench:',
    lookupKey: randomBytes(32),
    switchboard: 'proxy' as const,
    dataKey,
    openingKeys: [dataKey],
    defaultCountry: JP,
    sessionTtlSeconds: 3600,
    reservationSeconds: 12,
    maxSessionsPerUser: 1,
    coolOffSeconds: 86_400,
    callLogDays: 90,
    announcesEvents: false,
    pauses: { afterViolations: 5, windowSeconds: 3_600, pauseSeconds: 3_600 },
    pinTriesPerHour: { caller: unlimited, number: unlimited },
    quotas: { user: quota, pair: quota, serviceDaily: unlimited, interactionsPerHour: unlimited },
  };
}
