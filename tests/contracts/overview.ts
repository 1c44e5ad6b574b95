import type { Upstash } from '../../simulator/upstash';
import { RedisOverview } from '../../src/store/redis-overview';
import { pairOf } from '../support/people';
import { HOUR_MS, newId, type StoreUnderTest, storeIn } from '../support/store';
import { alice, bob, carol, command, judge, nextId, open } from './interaction-store/fixture';

/** What operators see of sessions, calls and numbers, whatever engine is below. */
export function overviewContract(engine: () => Upstash): void {
  const start = Math.ceil(Date.now() / 1_000) * 1_000;
  const fresh = async (settings = {}) => {
    const store = await storeIn(engine(), { settings, clock: () => start });
    return { ...store, overview: new RedisOverview(store.runner, store.settings, store.now) };
  };

  describe('what operators see', () => {
    it('is every live session, the first to end first, and none that ended', async () => {
      const store = await fresh();
      const first = await open(store);
      store.pass(60_000);
      const second = await open(store, carol, bob);
      const seen = () => store.overview.sessions(0, store.deadline());
      expect(await seen()).toEqual({
        live: 2,
        items: [
          {
            sessionId: first.sessionId,
            userId: alice.userId,
            peerId: bob.userId,
            switchboard: 'proxy',
            openedAtMs: start,
            expiresAtMs: start + HOUR_MS,
          },
          expect.objectContaining({ sessionId: second.sessionId }),
        ],
      });
      await store.sessions.beginClosingAll(carol.userId, store.deadline());
      expect(await seen()).toMatchObject({ live: 1, items: [{ sessionId: first.sessionId }] });
      store.pass(HOUR_MS);
      expect(await seen()).toEqual({ live: 0, items: [] });
    });

    it('is the log of a pair, of a user, and of all, the latest first', async () => {
      const store = await fresh();
      const [one, two] = [await open(store), await open(store, carol, bob)];
      const [first, second, third] = [nextId(), nextId(), nextId()];
      await judge(store, one.sid, first);
      store.pass(1_000);
      await judge(store, two.sid, second);
      store.pass(1_000);
      await judge(store, one.sid, third);
      const callsOf = async (query: object) =>
        (await store.overview.calls({ cursor: 0, ...query }, store.deadline())).items.map(
          ({ callId }) => callId,
        );
      const [userId, peerId] = [bob.userId, alice.userId];
      expect(await callsOf({ userId, peerId })).toEqual([third, first]);
      expect(await callsOf({ userId })).toEqual([third, second, first]);
      expect(await callsOf({ userId: carol.userId })).toEqual([second]);
      expect(await callsOf({})).toEqual([third, second, first]);
    });

    it('is the log of a user in parts of 500 entries, however long everybody’s is', async () => {
      const store = await fresh();
      const { sid } = await open(store);
      const mine = nextId();
      await judge(store, sid, mine);
      const later = Array.from({ length: 500 }, (_, index) => [String(start + 1 + index), `KI${index}`]);
      await command(store, 'zadd', `${store.settings.prefix}calls:all`, ...later.flat());
      const { userId } = alice;
      const first = await store.overview.calls({ userId, cursor: 0 }, store.deadline());
      expect(first).toEqual({ items: [], cursor: 500 });
      const second = await store.overview.calls({ userId, cursor: 500 }, store.deadline());
      expect(second).toEqual({ items: [expect.objectContaining({ callId: mine })] });
    });

    it('is how a call went', async () => {
      const store = await fresh();
      const { sid, sessionId } = await open(store);
      const interactionId = nextId();
      await judge(store, sid, interactionId);
      store.pass(5_000);
      const report = { sid, interactionId, kind: 'voice' as const };
      await store.interactions.record({ ...report, status: 'in-progress' }, store.deadline());
      store.pass(42_000);
      const ended = { ...report, status: 'completed', durationSeconds: 42 };
      await store.interactions.record(ended, store.deadline());
      const { items } = await store.overview.calls({ cursor: 0 }, store.deadline());
      expect(items).toEqual([
        {
          callId: interactionId,
          sessionId,
          userId: alice.userId,
          peerId: bob.userId,
          kind: 'voice',
          status: 'completed',
          startedAtMs: start,
          answeredAtMs: start + 5_000,
          endedAtMs: start + 47_000,
          durationSeconds: 42,
        },
      ]);
    });

    it('is how many numbers there are for what, and that they run short', async () => {
      const store = await fresh({ maxSessionsPerUser: 99 });
      const pool = { switchboard: 'proxy', country: 'JP', numbers: 10, draining: 0 };
      const seen = () => store.overview.pool(store.deadline());
      expect(await seen()).toMatchObject({ pools: [pool], scarce: [], liveSessions: 0 });
      await fill(store);
      expect(await seen()).toMatchObject({ pools: [pool], scarce: ['JP'], liveSessions: 10 });
    });
  });

  /** Connects one user with more partners than the pool carries. */
  async function fill(store: StoreUnderTest): Promise<void> {
    for (let index = 0; index < 10; index += 1)
      await open(store, alice, {
        ...bob,
        userId: `peer-${index}` as typeof bob.userId,
        number: numberOf(index),
      });
    const request = { pair: pairOf(alice, carol), sessionId: newId() };
    await store.sessions.reserve(request, store.deadline());
  }
  const numberOf = (index: number) => `+8190777777${10 + index}` as typeof bob.number;
}
