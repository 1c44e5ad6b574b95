import { RedisMaintenance } from '../../src/store/redis-maintenance';
import { RedisPoolStatus } from '../../src/store/redis-pool-status';
import { numberHash } from '../../src/store/seal';
import { onBothEngines } from '../support/engines';
import { pairOf, person } from '../support/people';
import { command } from '../support/pins';
import { livesOfShelves, namesOnShelves } from '../support/shelves';
import { HOUR_MS, newId, newSid, type StoreUnderTest, storeIn } from '../support/store';
import { total } from './maintenance-fixture';

const seller = person(0);
const MANY = 8;
const BUSY = 30;
/** With a key and a time of their own, shelves are swept in the same places every time. */
const [lookupKey, START_MS] = [Buffer.alloc(32, 1), 1_795_000_000_000];

onBothEngines('the shelves of the store', (engine) => {
  const fresh = (settings = {}) => storeIn(engine(), { settings: { switchboard: 'voice', ...settings } });

  it('lose what has ended to what is put beside it, and nothing else', async () => {
    const settings = { switchboard: 'voice', sessionTtlSeconds: 60, coolOffSeconds: 0, lookupKey } as const;
    // A connect takes two numbers: none that the seller gets later is one of the first.
    const store = await storeIn(engine(), { numbers: 6 * BUSY, settings, clock: () => START_MS });
    const connectMany = async (first: number, end: number) => {
      for (let index = first; index < end; index += 1) {
        await connect(store, person(1 + index), seller);
        store.pass(1);
      }
    };
    await connectMany(0, BUSY);
    const before = await routesOf(store);
    store.pass(24 * HOUR_MS);
    await connectMany(BUSY, 3 * BUSY);
    const after = await routesOf(store);
    expect([before.length, after.length]).toEqual([BUSY, 2 * BUSY]);
    expect(after.filter((number) => before.includes(number))).toEqual([]);
  });

  it('have an end each, also where what is put there has ended before', async () => {
    const settings = { sessionTtlSeconds: 1, coolOffSeconds: 0 };
    const store = await storeIn(engine(), { settings, clock: () => START_MS });
    const request = { pair: pairOf(person(1), seller), sessionId: newId() };
    const decision = await store.sessions.reserve(request, store.deadline());
    if (decision.kind !== 'reserved') throw new Error(decision.kind);
    store.pass(2_000);
    const opened = { ...request, numbers: decision.numbers, sid: newSid(), closed: [] };
    await store.sessions.confirm(opened, store.deadline());
    expect(await livesOfShelves(store)).not.toContain(-1);
  });

  describe('with more sessions of one user than a short text holds', () => {
    const opened = async (sessions: number) => {
      const store = await fresh();
      for (let index = 1; index <= sessions; index += 1) await connect(store, person(index), seller);
      return store;
    };
    const peersOf = async (store: StoreUnderTest) =>
      (await store.sessions.liveSessions(seller.userId, store.deadline())).map(({ peerId }) => peerId).sort();
    const everybody = Array.from({ length: MANY }, (_, index) => person(index + 1).userId);

    it('lists all of them', async () => {
      expect(await peersOf(await opened(MANY))).toEqual(everybody);
    });

    it('takes out one that ends', async () => {
      const store = await opened(MANY);
      await store.sessions.beginClosingAll(person(1).userId, store.deadline());
      expect(await peersOf(store)).toEqual(everybody.slice(1));
    });

    it('ends all of them', async () => {
      const store = await opened(MANY);
      const { ended } = await store.sessions.beginClosingAll(seller.userId, store.deadline());
      expect(ended).toBe(MANY);
      expect(await peersOf(store)).toEqual([]);
    });

    it('leaves nothing of the user who is erased', async () => {
      const store = await opened(MANY);
      await store.sessions.beginClosingAll(seller.userId, store.deadline());
      const maintenance = new RedisMaintenance(store.runner, store.settings, store.now);
      const identity = { userId: seller.userId, hashes: [], pairs: [], sessionIds: [] };
      expect(await total(maintenance.eraseUser(identity, { apply: true }))).toMatchObject({ lists: 1 });
      expect(await command(store.upstash, 'keys', `${store.settings.prefix}user:*`)).toEqual([]);
    });

    it.each([2, MANY])('knows the largest number of them at once: %i', async (sessions) => {
      const store = await opened(sessions);
      const steps = new RedisPoolStatus(store.runner, store.settings, store.now).load();
      let most = 0;
      for await (const { mostSessions } of steps) most = Math.max(most, mostSessions);
      expect(most).toBe(sessions);
    });
  });
});

/** The numbers that the seller's phone has routes to. */
async function routesOf(store: StoreUnderTest): Promise<string[]> {
  const field = `r${numberHash(seller.number, store.settings.lookupKey)}`;
  const fields = (await namesOnShelves(store)).filter((name) => name.startsWith(field));
  return fields.map((name) => name.slice(field.length));
}

async function connect(store: StoreUnderTest, caller: ReturnType<typeof person>, callee = seller) {
  const request = { pair: pairOf(caller, callee), sessionId: newId() };
  const { kind } = await store.sessions.reserve(request, store.deadline());
  if (kind !== 'opened') throw new Error(kind);
}
