import type { Country } from '../../src/masking/numbers';
import type { SwitchboardName } from '../../src/masking/session';
import type { KnownNumber, NumberLoad, RedisPoolStatus } from '../../src/store/redis-pool-status';
import { counted } from '../counted';

/** A number with what it carries now. */
export type NumberStatus = KnownNumber & Omit<NumberLoad, 'number'>;

/** The numbers of one country, without those that drain. */
export interface CountryStatus {
  readonly country: Country;
  readonly numbers: number;
  readonly canText: number;
  /** How many numbers are missing for the stated concurrency. */
  readonly missing: number;
}

export interface PoolStatus {
  readonly switchboard: SwitchboardName;
  readonly countries: readonly CountryStatus[];
  /** The busiest first. */
  readonly numbers: readonly NumberStatus[];
  /** The most sessions that one user has at once, on either switchboard. */
  readonly mostSessions: number;
  /** The sessions of one user that the pool is held against. */
  readonly concurrency: number;
}

interface Options {
  readonly switchboard: SwitchboardName;
  /** How many sessions one user should be able to have at once; where nothing is said what was met, and one at least. */
  readonly concurrency?: number | undefined;
  /** Hears in a few words how far it has come. */
  readonly progress: (text: string) => void;
}

/**
 * What the pool of a switchboard carries. Within a session each side holds one number for itself, so a pool carries as many sessions of one
 * user as it has numbers, and any number of sessions overall.
 */
export async function poolStatus(
  store: Pick<RedisPoolStatus, 'numbers' | 'load'>,
  { switchboard, concurrency, progress }: Options,
): Promise<PoolStatus> {
  const known = (await store.numbers()).filter((number) => number.switchboard === switchboard);
  const { loads, mostSessions } = await walk(store, progress);
  const goal = concurrency ?? Math.max(1, mostSessions);
  const numbers = known.map((number) => ({ ...number, ...(loads.get(number.number) ?? NOTHING) }));
  const live = numbers.filter(({ drainingSinceMs }) => drainingSinceMs === undefined);
  return {
    switchboard,
    countries: countriesOf(live, goal),
    numbers: numbers.sort((one, other) => other.live - one.live || one.number.localeCompare(other.number)),
    mostSessions,
    concurrency: goal,
  };
}

const NOTHING = { live: 0, cooling: 0 };

async function walk(store: Pick<RedisPoolStatus, 'load'>, progress: (text: string) => void) {
  const loads = new Map<string, { live: number; cooling: number }>();
  let mostSessions = 0;
  let bindings = 0;
  for await (const step of store.load()) {
    mostSessions = Math.max(mostSessions, step.mostSessions);
    for (const { number, live, cooling } of step.loads) {
      const before = loads.get(number) ?? NOTHING;
      loads.set(number, { live: before.live + live, cooling: before.cooling + cooling });
      bindings += live + cooling;
    }
    progress(`${counted(bindings, 'binding')} read`);
  }
  return { loads, mostSessions };
}

function countriesOf(numbers: readonly NumberStatus[], concurrency: number): CountryStatus[] {
  const countries = new Set(numbers.map(({ country }) => country));
  return [...countries].sort().map((country) => {
    const own = numbers.filter((number) => number.country === country);
    return {
      country,
      numbers: own.length,
      canText: own.filter(({ canText }) => canText).length,
      missing: Math.max(0, concurrency - own.length),
    };
  });
}
