import * as v from 'valibot';
import { deadlineIn } from '../masking/deadline';
import type { Country, ProxyNumber } from '../masking/numbers';
import type { Clock } from '../masking/ports';
import { library } from './lua/library';
import { listPool, scanLoad } from './lua/pool-status';
import type { PoolNumber } from './redis-pool';
import { type Script, type ScriptRunner, script } from './script-runner';
import { arrayOf } from './scripts';
import type { StoreSettings } from './settings';

const STEP_MS = 10_000;
const FIRST_CURSOR = '0';

const proxyNumber = v.custom<ProxyNumber>((value) => typeof value === 'string');
const known = v.pipe(
  v.object({
    number: proxyNumber,
    switchboard: v.picklist(['proxy', 'voice']),
    country: v.custom<Country>((value) => typeof value === 'string'),
    capabilities: v.string(),
    drainingSinceMs: v.exactOptional(v.number()),
  }),
  v.transform(({ capabilities, ...number }) => ({
    ...number,
    canCall: capabilities.includes('v'),
    canText: capabilities.includes('s'),
  })),
);
const load = v.object({ number: proxyNumber, live: v.number(), cooling: v.number() });
const loadStep = v.object({ loads: arrayOf(load), mostSessions: v.number() });

/** A number on record; `drainingSinceMs` is there for one that gets no new session. */
export type KnownNumber = PoolNumber & v.InferOutput<typeof known>;
/** How many phones are bound to a number, and how many cool off from it. */
export type NumberLoad = v.InferOutput<typeof load>;
/** What one step of a walk met; a number can come in many steps. */
export type LoadStep = v.InferOutput<typeof loadStep>;

const scripts = {
  listPool: script(library + listPool, v.object({ numbers: arrayOf(known) })),
  scanLoad: script(library + scanLoad, v.object({ cursor: v.string(), found: loadStep })),
};

/** What operators ask of the pool; the Functions do not load it. All methods reject with a `DependencyError` when Redis cannot answer. */
export class RedisPoolStatus {
  constructor(
    private readonly runner: ScriptRunner,
    private readonly settings: Pick<StoreSettings, 'prefix' | 'coolOffSeconds'>,
    private readonly clock: Clock = Date.now,
  ) {}

  /** The numbers of both switchboards. */
  async numbers(): Promise<readonly KnownNumber[]> {
    return (await this.run(scripts.listPool, {})).numbers;
  }

  /** Walks over everything, some hundred keys at a time, beside live traffic. */
  async *load(): AsyncGenerator<LoadStep> {
    let cursor = FIRST_CURSOR;
    do {
      const step = await this.run(scripts.scanLoad, { cursor });
      cursor = step.cursor;
      yield step.found;
    } while (cursor !== FIRST_CURSOR);
  }

  private run<Answer>(script: Script<Answer>, args: object): Promise<Answer> {
    const { prefix, coolOffSeconds } = this.settings;
    const common = { prefix, nowMs: this.clock(), coolOffMs: coolOffSeconds * 1000 };
    return this.runner.run(script, { ...common, ...args }, deadlineIn(STEP_MS));
  }
}
