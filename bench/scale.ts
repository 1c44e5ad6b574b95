import { type EngineChoice, openEngine } from '../simulator/upstash/engine';
import type { RedisEngine } from '../simulator/upstash/reply';
import type { ProxyNumber } from '../src/masking/numbers';
import type { SwitchboardName } from '../src/masking/session';
import { median } from './statistics';
import { BenchStore, participant } from './store';

const POOL_SIZE = 1_000;
/** Connects and routes measured together, and how often that is repeated. */
const PROBES = 100;
const ROUNDS = 10;
/** Sessions opened at the same time on the way there. */
const CONCURRENCY = 100;
/** Users of the probes come after all others. */
const FIRST_PROBE = 50_000_000;
/** One session is there already: scripts that Redis has read once take memory once, however many sessions live. */
const BEFORE_ALL = FIRST_PROBE - 1;

/** What the store costs with so many sessions alive. */
export interface Scale {
  switchboard: SwitchboardName;
  sessions: number;
  /** Of Redis's memory, for each session. */
  bytesPerSession: number;
  /** Redis's own time for a connect with a new partner: one script with `voice`, two with `proxy`. */
  connectMicroseconds: number;
  /** Redis's own time for an incoming call. */
  routeMicroseconds: number;
}

/** What the store costs with so many numbers in the pool. */
export interface PoolScale {
  numbers: number;
  connectMicroseconds: number;
  /** For finding out that a phone is bound to every number. */
  fullMicroseconds: number;
  /** For the same answer again, until a number may come free. */
  fullAgainMicroseconds: number;
}

/** Fills a real Redis of its own for each size, then measures all of them in turn. */
export function measureScale(
  sizes: readonly number[],
  { switchboard, engine }: { switchboard: SwitchboardName; engine: EngineChoice },
): Promise<Scale[]> {
  return withStores(engine, switchboard, sizes, async (stores) => {
    const filled: (Sized & { bytesPerSession: number })[] = [];
    for (const { size, store } of stores)
      filled.push({ size, store, bytesPerSession: await bytesPerSession(store, size) });
    const measured = await probeInTurn(filled);
    return measured.map(({ size, store: _, ...costs }) => ({ switchboard, sessions: size, ...costs }));
  });
}

/** Fills pools of these sizes, then measures all of them in turn: with one phone that has every number, and with others. */
export function measurePools(sizes: readonly number[], engine: EngineChoice): Promise<PoolScale[]> {
  return withStores(engine, 'voice', sizes, async (stores) => {
    for (const { size, store } of stores) await store.fillPool(size);
    const pools: PoolScale[] = [];
    for (const { size, store, connectMicroseconds } of await probeInTurn(stores))
      pools.push({ numbers: size, connectMicroseconds, ...(await exhaust(store, size)) });
    return pools;
  });
}

async function bytesPerSession(store: BenchStore, sessions: number): Promise<number> {
  await store.fillPool(POOL_SIZE);
  await connect(store, BEFORE_ALL);
  const emptyBytes = await store.usedBytes();
  await fill(store, 0, sessions);
  return Math.round(((await store.usedBytes()) - emptyBytes) / sessions);
}

/** Gives one phone every number and asks for one more, twice. */
async function exhaust(store: BenchStore, numbers: number) {
  const busy = participant('seller', 0);
  for (let index = 0; index < numbers; index += 1) await store.connect(participant('buyer', index), busy);
  const refused = (index: number) => store.connect(participant('buyer', numbers + index), busy);
  const fullMicroseconds = await store.scriptMicroseconds(1, refused);
  const fullAgainMicroseconds = await store.scriptMicroseconds(PROBES, (index) => refused(index + 1));
  return { fullMicroseconds, fullAgainMicroseconds };
}

interface Cost {
  readonly connectMicroseconds: number;
  readonly routeMicroseconds: number;
}

/** The median of several rounds for each store. What else the machine does meanwhile slows all of them alike. */
async function probeInTurn<T extends Sized>(stores: readonly T[]): Promise<(T & Cost)[]> {
  const probed = stores.map((one) => ({ one, rounds: [] as Cost[] }));
  for (let first = FIRST_PROBE; first < FIRST_PROBE + ROUNDS * PROBES; first += PROBES) {
    for (const { one, rounds } of probed) rounds.push(await probe(one.store, first));
  }
  return probed.map(({ one, rounds }) => ({
    ...one,
    connectMicroseconds: median(rounds.map(({ connectMicroseconds }) => connectMicroseconds)),
    routeMicroseconds: median(rounds.map(({ routeMicroseconds }) => routeMicroseconds)),
  }));
}

async function fill(store: BenchStore, from: number, to: number): Promise<void> {
  for (let start = from; start < to; start += CONCURRENCY) {
    const indexes = Array.from({ length: Math.min(CONCURRENCY, to - start) }, (_, n) => start + n);
    await Promise.all(indexes.map((index) => connect(store, index)));
  }
}

async function probe(store: BenchStore, first: number): Promise<Cost> {
  const tels: ProxyNumber[] = [];
  const connectMicroseconds = await store.scriptMicroseconds(PROBES, async (index) =>
    tels.push(await connect(store, first + index)),
  );
  const routeMicroseconds = await store.scriptMicroseconds(PROBES, async (index) => {
    const [tel] = tels.slice(index, index + 1);
    if (tel !== undefined) await store.route(participant('buyer', first + index), tel);
  });
  return { connectMicroseconds, routeMicroseconds };
}

async function connect(store: BenchStore, index: number): Promise<ProxyNumber> {
  const tel = await store.connect(participant('buyer', index), participant('seller', index));
  if (tel === undefined) throw new Error('expected a number for everybody');
  return tel;
}

/** An empty store, and how large it or its pool is to be. */
interface Sized {
  readonly size: number;
  readonly store: BenchStore;
}

async function withStores<T>(
  choice: EngineChoice,
  switchboard: SwitchboardName,
  sizes: readonly number[],
  action: (stores: readonly Sized[]) => Promise<T>,
): Promise<T> {
  const engines: RedisEngine[] = [];
  try {
    const stores: Sized[] = [];
    for (const size of sizes) {
      const engine = await openEngine(choice);
      engines.push(engine);
      stores.push({ size, store: new BenchStore(engine, switchboard) });
    }
    return await action(stores);
  } finally {
    await Promise.all(engines.map((engine) => engine.close()));
  }
}
