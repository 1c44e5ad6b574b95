import { type EngineChoice, openEngine } from '../simulator/upstash/engine';
import type { ProxyNumber } from '../src/masking/numbers';
import type { SwitchboardName } from '../src/masking/session';
import { BenchStore, participant } from './store';

const POOL_SIZE = 1_000;
/** Connects and routes measured at each size. */
const PROBES = 500;
/** Sessions opened at the same time on the way there. */
const CONCURRENCY = 100;
/** Users of the probes come after all others. */
const FIRST_PROBE = 50_000_000;

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

/** Fills a real Redis step by step and measures at each step. */
export async function measureScale(
  steps: readonly number[],
  { switchboard, engine }: { switchboard: SwitchboardName; engine: EngineChoice },
): Promise<Scale[]> {
  return withStore(engine, switchboard, async (store) => {
    await store.fillPool(POOL_SIZE);
    const emptyBytes = await store.usedBytes();
    const measured: Scale[] = [];
    let open = 0;
    for (const sessions of steps) {
      await fill(store, open, sessions);
      const bytesPerSession = Math.round(((await store.usedBytes()) - emptyBytes) / sessions);
      const probes = FIRST_PROBE + measured.length * PROBES;
      measured.push({ switchboard, sessions, bytesPerSession, ...(await probe(store, probes)) });
      open = sessions;
    }
    return measured;
  });
}

/** Fills pools of these sizes and measures each: with one phone that has every number, and with others. */
export function measurePools(sizes: readonly number[], engine: EngineChoice): Promise<PoolScale[]> {
  return sizes.reduce<Promise<PoolScale[]>>(
    async (before, numbers) => [...(await before), await measurePool(numbers, engine)],
    Promise.resolve([]),
  );
}

function measurePool(numbers: number, engine: EngineChoice): Promise<PoolScale> {
  return withStore(engine, 'voice', async (store) => {
    await store.fillPool(numbers);
    const { connectMicroseconds } = await probe(store, FIRST_PROBE);
    const busy = participant('seller', 0);
    for (let index = 0; index < numbers; index += 1) await store.connect(participant('buyer', index), busy);
    const refused = (index: number) => store.connect(participant('buyer', numbers + index), busy);
    const fullMicroseconds = await store.scriptMicroseconds(1, refused);
    const fullAgainMicroseconds = await store.scriptMicroseconds(PROBES, (index) => refused(index + 1));
    return { numbers, connectMicroseconds, fullMicroseconds, fullAgainMicroseconds };
  });
}

async function fill(store: BenchStore, from: number, to: number): Promise<void> {
  for (let start = from; start < to; start += CONCURRENCY) {
    const indexes = Array.from({ length: Math.min(CONCURRENCY, to - start) }, (_, n) => start + n);
    await Promise.all(indexes.map((index) => connect(store, index)));
  }
}

async function probe(store: BenchStore, first: number) {
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

async function withStore<T>(
  choice: EngineChoice,
  switchboard: SwitchboardName,
  action: (store: BenchStore) => Promise<T>,
): Promise<T> {
  const engine = await openEngine(choice);
  try {
    return await action(new BenchStore(engine, switchboard));
  } finally {
    await engine.close();
  }
}
