import { RedisMaintenance } from '../../src/store/redis-maintenance';
import { RedisPoolStatus } from '../../src/store/redis-pool-status';
import { numberHash } from '../../src/store/seal';
import { onBothEngines } from '../support/engines';
import { pairOf, person } from '../support/people';
import { command } from '../support/pins';
import { countOfShelves, fullestShelf, livesOfShelves, namesOnShelves } from '../support/shelves';
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

  describe('with more and less to hold', () => {
    const GROWN = 150;
    const FEW = 40;
    const FEWEST_SHELVES = 16;
    const SHELVES_OF_0_2 = 65_536;
    const pairAt = (index: number) => [person(2 * index), person(2 * index + 1)] as const;
    const steady = () =>
      storeIn(engine(), {
        numbers: 20,
        settings: { switchboard: 'voice', lookupKey },
        clock: () => START_MS,
      });

    async function connectPairs(store: StoreUnderTest, first: number, end: number) {
      for (let index = first; index < end; index += 1) {
        await connect(store, ...pairAt(index));
        store.pass(1);
      }
    }

    /** Pairs whose session is not found by the pair, by the user, or by the phone that calls. */
    async function lost(store: StoreUnderTest, pairs: number): Promise<number[]> {
      const missing: number[] = [];
      for (let index = 0; index < pairs; index += 1) {
        const [caller, callee] = pairAt(index);
        const request = { pair: pairOf(caller, callee), sessionId: newId() };
        const again = await store.sessions.reserve(request, store.deadline());
        const [listed] = await store.sessions.liveSessions(callee.userId, store.deadline());
        const call = { interactionId: `CA${index}`, kind: 'voice', from: caller.number } as const;
        const to = again.kind === 'reuse' ? again.tel : undefined;
        const routed = to && (await store.interactions.route({ ...call, to }, store.deadline()));
        if (listed?.peerId !== caller.userId || routed?.kind !== 'joined') missing.push(index);
      }
      return missing;
    }

    it('become more, so that none gets long, and everything is still found', async () => {
      const store = await steady();
      await connectPairs(store, 0, GROWN);
      expect(await countOfShelves(store)).toBeGreaterThan(FEWEST_SHELVES);
      expect(await fullestShelf(store)).toBeLessThan(100);
      expect(await lost(store, GROWN)).toEqual([]);
      expect(await livesOfShelves(store)).not.toContain(-1);
    });

    it('become fewer again, and everything is still found', async () => {
      const store = await steady();
      await command(store.upstash, 'set', `${store.settings.prefix}shelves`, '400');
      await connectPairs(store, 0, FEW);
      expect(await countOfShelves(store)).toBeLessThan(400);
      expect(await lost(store, FEW)).toEqual([]);
    });

    it('are never fewer than some', async () => {
      const store = await steady();
      await connectPairs(store, 0, 3);
      expect(await countOfShelves(store)).toBe(FEWEST_SHELVES);
    });

    it('are found where version 0.2.0 left them', async () => {
      const store = await steady();
      const count = `${store.settings.prefix}shelves`;
      await command(store.upstash, 'set', count, String(SHELVES_OF_0_2));
      await connectPairs(store, 0, 2);
      await command(store.upstash, 'del', count);
      expect(await lost(store, 2)).toEqual([]);
    });

    it('stay as many as they are while a command walks over them', async () => {
      const store = await steady();
      await connectPairs(store, 0, 1);
      await total(eraseOf(store, person(0)));
      await connectPairs(store, 1, GROWN);
      expect(await countOfShelves(store)).toBe(FEWEST_SHELVES);
      await command(store.upstash, 'del', `${store.settings.prefix}shelves:walked`);
      await connectPairs(store, GROWN, GROWN + FEW);
      expect(await countOfShelves(store)).toBeGreaterThan(FEWEST_SHELVES);
    });
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
      expect(await total(eraseOf(store, seller, { apply: true }))).toMatchObject({ lists: 1 });
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

/** A walk over everything that names a user. */
function eraseOf(store: StoreUnderTest, { userId }: ReturnType<typeof person>, options = { apply: false }) {
  const maintenance = new RedisMaintenance(store.runner, store.settings, store.now);
  return maintenance.eraseUser({ userId, hashes: [], pairs: [], sessionIds: [] }, options);
}

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
