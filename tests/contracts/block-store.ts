import type { Upstash } from '../../simulator/upstash';
import type { ReserveDecision } from '../../src/masking/ports';
import type { Pin, UserId } from '../../src/masking/session';
import { pairHash } from '../../src/store/seal';
import { pairOf, person } from '../support/people';
import { lose } from '../support/shelves';
import { DEFAULTS, earlyInTheDay, newId, type StoreUnderTest, storeIn } from '../support/store';
import { alice, bob, carol, judge, open } from './interaction-store/fixture';

const relation = (from = alice, to = bob) => ({ userId: from.userId, peerId: to.userId });

/** What every store of blocks must do, whatever engine is below. */
export function blockStoreContract(engine: () => Upstash): void {
  const fresh = (settings = {}) => storeIn(engine(), { settings });
  const block = (store: StoreUnderTest, from = alice, to = bob) =>
    store.blocks.block(relation(from, to), store.deadline());
  const unblock = (store: StoreUnderTest, from = alice, to = bob) =>
    store.blocks.unblock(relation(from, to), store.deadline());
  const connect = (
    store: StoreUnderTest,
    from = alice,
    to = bob,
    sessionId = newId(),
  ): Promise<ReserveDecision> =>
    store.sessions.reserve({ pair: pairOf(from, to), sessionId }, store.deadline());
  const listOf = (store: StoreUnderTest, userId: UserId, more: { peerId?: UserId; cursor?: number } = {}) =>
    store.blocks.blocksOf({ userId, ...more }, store.deadline());

  describe('a block', () => {
    it('refuses connects in both directions, and tells only the one who blocked', async () => {
      const store = await fresh();
      await block(store);
      expect(await connect(store, alice, bob)).toEqual({ kind: 'blocked' });
      expect(await connect(store, bob, alice)).toEqual({ kind: 'unavailable' });
    });

    it('concerns these two alone', async () => {
      const store = await fresh();
      await block(store);
      expect(await connect(store, alice, carol)).toMatchObject({ kind: 'reserved' });
      expect(await connect(store, person(5), bob)).toMatchObject({ kind: 'reserved' });
    });

    it('ends the session of the pair in the same step, whoever opened it', async () => {
      const store = await fresh();
      for (const [from, to] of [
        [alice, bob],
        [bob, alice],
      ] as const) {
        const { sessionId, sid } = await open(store, from, to);
        expect(await block(store)).toEqual({ sessions: [{ sessionId, sid }], pending: 0, ended: 0 });
        expect(await judge(store, sid)).toEqual({ kind: 'deny', reason: 'session_closed' });
        expect(await store.sessions.liveSessions(bob.userId, store.deadline())).toEqual([]);
        await store.sessions.finishClosing([sessionId], store.deadline());
        await unblock(store);
      }
    });

    it('names the session to be closed again while it is not known to be gone', async () => {
      const store = await fresh();
      await open(store);
      const first = await block(store);
      expect(await block(store)).toEqual(first);
      await store.sessions.finishClosing(
        first.sessions.map((session) => session.sessionId),
        store.deadline(),
      );
      expect(await block(store)).toEqual({ sessions: [], pending: 0, ended: 0 });
    });

    it('supersedes a session that is being opened', async () => {
      const store = await fresh();
      const sessionId = newId();
      const reserved = await connect(store, bob, alice, sessionId);
      if (reserved.kind !== 'reserved') throw new Error(reserved.kind);
      expect(await block(store)).toEqual({ sessions: [], pending: 1, ended: 0 });
      const confirmation = { sessionId, sid: (await open(store, carol)).sid, numbers: reserved.numbers };
      expect(await store.sessions.confirm({ ...confirmation, closed: [] }, store.deadline())).toEqual({
        kind: 'superseded',
      });
    });

    it.each([
      ['who opened it', alice, bob],
      ['who was called', bob, alice],
    ])(
      'stops calls also in a session that could not be found by its pair, by the one %s',
      async (_, by, of) => {
        const store = await fresh();
        const { sid } = await open(store);
        const pair = pairHash(alice.userId, bob.userId, store.settings.lookupKey);
        await lose(store, `p${pair}`);
        await block(store, by, of);
        expect(await judge(store, sid)).toEqual({ kind: 'deny', reason: 'blocked' });
      },
    );

    it('ends a session of the voice switchboard at once: nothing is left to close', async () => {
      const store = await fresh({ switchboard: 'voice' });
      const opened = await connect(store, alice, bob);
      if (opened.kind !== 'opened') throw new Error(opened.kind);
      const { tel: to, pin = '' } = opened;
      expect(await block(store, bob, alice)).toEqual({ sessions: [], pending: 0, ended: 1 });
      const call = { interactionId: `CA${'1'.repeat(32)}`, kind: 'voice', from: alice.number, to } as const;
      expect(await store.interactions.route(call, store.deadline())).toEqual({ kind: 'ended' });
      const entry = { callSid: `CA${'2'.repeat(32)}`, attempt: 1, to, pin: pin as Pin };
      expect(await store.interactions.enterPin(entry, store.deadline())).toMatchObject({ kind: 'refused' });
      expect(await connect(store, alice, bob)).toEqual({ kind: 'unavailable' });
      expect(await connect(store, bob, alice)).toEqual({ kind: 'blocked' });
    });

    it('is each user’s own: taking one back leaves the other', async () => {
      const store = await fresh();
      await block(store, alice, bob);
      await block(store, bob, alice);
      expect(await connect(store, bob, alice)).toEqual({ kind: 'blocked' });
      await unblock(store, bob, alice);
      expect(await connect(store, bob, alice)).toEqual({ kind: 'unavailable' });
      expect(await connect(store, alice, bob)).toEqual({ kind: 'blocked' });
      await unblock(store, alice, bob);
      expect(await connect(store, bob, alice)).toMatchObject({ kind: 'reserved' });
    });
  });

  describe('whom the peer has blocked', () => {
    const quotas = { ...DEFAULTS.quotas, user: { perHour: 2, perDay: 9 } };
    const limited = () => storeIn(engine(), { settings: { quotas }, clock: earlyInTheDay() });

    it('uses up the same quotas as with any other partner who cannot be reached', async () => {
      const store = await limited();
      await block(store);
      for (const kind of ['unavailable', 'unavailable', 'quota_exceeded'])
        expect(await connect(store, bob, alice)).toMatchObject({ kind });
    });

    it('is counted once when the answer was lost and the request comes again', async () => {
      const store = await limited();
      await block(store);
      const sessionId = newId();
      for (let time = 0; time < 4; time += 1)
        expect(await connect(store, bob, alice, sessionId)).toEqual({ kind: 'unavailable' });
    });
  });

  describe('the list of blocks', () => {
    it('has the latest first, and not those by others', async () => {
      const store = await storeIn(engine(), { clock: () => 1_800_000_000_000 });
      await block(store, alice, bob);
      store.pass(1_000);
      await block(store, alice, carol);
      await block(store, bob, alice);
      store.pass(1_000);
      await block(store, alice, bob);
      const [first, second] = [
        { peerId: carol.userId, sinceMs: 1_800_000_001_000 },
        { peerId: bob.userId, sinceMs: 1_800_000_000_000 },
      ];
      expect(await listOf(store, alice.userId)).toEqual({ blocks: [first, second] });
      expect(await listOf(store, alice.userId, { peerId: bob.userId })).toEqual({ blocks: [second] });
      expect(await listOf(store, carol.userId)).toEqual({ blocks: [] });
      expect(await listOf(store, carol.userId, { peerId: alice.userId })).toEqual({ blocks: [] });
    });

    it('comes in pages', async () => {
      const store = await fresh();
      for (let index = 0; index < 101; index += 1) await block(store, alice, person(10 + index));
      const first = await listOf(store, alice.userId);
      expect([first.blocks.length, first.cursor]).toEqual([100, 100]);
      expect(await listOf(store, alice.userId, { cursor: 100 })).toEqual({ blocks: [expect.anything()] });
    });
  });
}
