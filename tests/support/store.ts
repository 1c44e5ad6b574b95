import { randomBytes } from 'node:crypto';
import { type EngineChoice, startUpstash, type Upstash } from '../../simulator/upstash';
import { deadlineIn } from '../../src/masking/deadline';
import type { Country, ProxyNumber } from '../../src/masking/numbers';
import type { Clock } from '../../src/masking/ports';
import type { SessionId, SwitchboardSid } from '../../src/masking/session';
import { RedisBlockStore } from '../../src/store/redis-block-store';
import { RedisInteractionStore } from '../../src/store/redis-interaction-store';
import { RedisPool } from '../../src/store/redis-pool';
import { RedisSessionStore } from '../../src/store/redis-session-store';
import { RedisViolationStore } from '../../src/store/redis-violation-store';
import { ScriptRunner } from '../../src/store/script-runner';
import type { StoreSettings } from '../../src/store/settings';
import { inPool, poolOf } from './people';

export const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const UNLIMITED = 999_999_999;
/** Load on a testing machine takes longer than a client would wait: where only the order of things matters, tests wait for it. */
export const PATIENCE_MS = 60_000;

/** A store of its own inside a shared engine: a fresh key prefix, a pool, and a clock that tests move. */
export interface StoreUnderTest {
  readonly sessions: RedisSessionStore;
  readonly interactions: RedisInteractionStore;
  readonly blocks: RedisBlockStore;
  readonly violations: RedisViolationStore;
  readonly pool: RedisPool;
  readonly runner: ScriptRunner;
  readonly settings: StoreSettings;
  readonly upstash: Upstash;
  now(): number;
  pass(ms: number): void;
  deadline(): ReturnType<typeof deadlineIn>;
}

/** A clock that stands at the beginning of a day: what is counted by the hour and by the day begins anew only when a test moves it. */
export function earlyInTheDay(): Clock {
  const instant = Math.ceil(Date.now() / DAY_MS) * DAY_MS + 1_000;
  return () => instant;
}

export function startEngine(engine: EngineChoice): Promise<Upstash> {
  return startUpstash({ engine });
}

export async function storeIn(
  upstash: Upstash,
  options: { numbers?: number | ProxyNumber[]; settings?: Partial<StoreSettings>; clock?: Clock } = {},
): Promise<StoreUnderTest> {
  let offsetMs = 0;
  const { clock = Date.now, numbers: given = 10 } = options;
  const now = () => clock() + offsetMs;
  const settings = { ...DEFAULTS, prefix: `${randomBytes(6).toString('hex')}:`, ...options.settings };
  const runner = new ScriptRunner({ url: upstash.url, token: upstash.token, roundTripMs: PATIENCE_MS });
  const pool = new RedisPool(runner, settings, now);
  const numbers = typeof given === 'number' ? poolOf(given) : given;
  await pool.save(numbers.map(inPool), { dryRun: false }, deadlineIn(PATIENCE_MS));
  return {
    sessions: new RedisSessionStore(runner, settings, now),
    interactions: new RedisInteractionStore(runner, settings, now),
    blocks: new RedisBlockStore(runner, settings, now),
    violations: new RedisViolationStore(runner, settings, now),
    pool,
    runner,
    settings,
    upstash,
    now,
    pass: (ms) => {
      offsetMs += ms;
    },
    deadline: () => deadlineIn(PATIENCE_MS),
  };
}

const JP = 'JP' as Country;

const dataKey = { id: 'd1', key: randomBytes(32) };
export const DEFAULTS: Omit<StoreSettings, 'prefix'> = {
  lookupKey: randomBytes(32),
  switchboard: 'proxy',
  dataKey,
  openingKeys: [dataKey],
  defaultCountry: JP,
  sessionTtlSeconds: 3600,
  reservationSeconds: 12,
  maxSessionsPerUser: 1,
  coolOffSeconds: 86_400,
  callLogDays: 90,
  reportDays: 365,
  announcesEvents: false,
  pinTriesPerHour: { caller: UNLIMITED, number: UNLIMITED },
  quotas: {
    user: { perHour: UNLIMITED, perDay: UNLIMITED },
    pair: { perHour: UNLIMITED, perDay: UNLIMITED },
    serviceDaily: UNLIMITED,
    interactionsPerHour: UNLIMITED,
  },
  pauses: { afterViolations: 3, windowSeconds: 3_600, pauseSeconds: 1_800 },
};

export function newId(): SessionId {
  return `tk${randomBytes(12).toString('base64url')}` as SessionId;
}

export function newSid(): SwitchboardSid {
  return `KC${randomBytes(16).toString('hex')}` as SwitchboardSid;
}
