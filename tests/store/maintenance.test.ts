import { numberHash } from '../../src/store/seal';
import { onBothEngines } from '../support/engines';
import { pairOf, person } from '../support/people';
import { newId, newSid, type StoreUnderTest } from '../support/store';
import { all, fixtureIn, kindOf, open, reserve } from './maintenance-fixture';

const [alice, bob, carol] = [person(1), person(2), person(3)] as const;
const RESERVATION_MS = 13_000;
const SETTLED_MS = 75_000;

onBothEngines('the maintenance of the store', (engine) => {
  const fresh = () => fixtureIn(engine());

  describe('the walk over sessions', () => {
    it('finds every one, with what names its users', async () => {
      const store = await fresh();
      const opened = await Promise.all(
        Array.from({ length: 30 }, (_, index) => open(store, person(100 + index), person(200 + index))),
      );
      const found = await all(store.maintenance.sessions());
      expect(new Set(found.map((one) => one.sessionId))).toEqual(new Set(opened.map((one) => one.sessionId)));
      const first = found.find((one) => one.sessionId === opened[0]?.sessionId);
      expect(first?.userIds).toEqual(['user-100', 'user-200']);
      expect(first?.hashes).toEqual(
        [person(100), person(200)].map(({ number }) => numberHash(number, store.settings.lookupKey)),
      );
    });

    it('finds nothing in an empty store', async () => {
      expect(await all((await fresh()).maintenance.sessions())).toEqual([]);
    });
  });

  describe('the comparison', () => {
    it.each([
      ['live', 'agreed'],
      ['closed', 'missing'],
      ['absent', 'missing'],
    ] as const)('of an open session that is %s at the switchboard answers %s', async (seen, kind) => {
      const store = await fresh();
      const session = await open(store);
      expect(await kindOf(store, { ...session, seen })).toBe(kind);
    });

    it.each([
      ['live', 'unknown'],
      ['closed', 'ended'],
      ['absent', 'agreed'],
    ] as const)('of a session that is not on record and %s answers %s', async (seen, kind) => {
      const store = await fresh();
      expect(await kindOf(store, { sessionId: newId(), sid: newSid(), seen })).toBe(kind);
    });

    it('never touches a session whose request may still be at work', async () => {
      const store = await fresh();
      const sessionId = await reserve(store);
      for (const seen of ['live', 'absent'] as const) {
        expect(await kindOf(store, { sessionId, seen }, true)).toBe('in_flight');
      }
      await store.sessions.confirm(
        { sessionId, sid: newSid(), numbers: (await numbersOf(store)) as never, closed: [] },
        store.deadline(),
      );
      expect(await store.sessions.liveSessions(alice.userId, store.deadline())).toHaveLength(1);
    });

    it('ends a reservation past its deadline, so that no later connect takes it over', async () => {
      const store = await fresh();
      const sessionId = await reserve(store);
      store.pass(RESERVATION_MS);
      expect(await kindOf(store, { sessionId, sid: newSid(), seen: 'live' }, true)).toBe('overdue');
      const again = await store.sessions.reserve(
        { pair: pairOf(alice, bob), sessionId: newId() },
        store.deadline(),
      );
      expect(again).toMatchObject({ kind: 'reserved' });
      expect(again).not.toMatchObject({ sessionId });
    });

    it('waits for a lost request that may still take effect before it gives up a reservation', async () => {
      const store = await fresh();
      const sessionId = await reserve(store);
      await store.sessions.abandon(sessionId, [], store.deadline());
      expect(await kindOf(store, { sessionId, seen: 'absent' })).toBe('in_flight');
      store.pass(SETTLED_MS);
      expect(await kindOf(store, { sessionId, seen: 'absent' })).toBe('overdue');
    });

    it('changes nothing before it is applied, and stops the routes when it is', async () => {
      const store = await fresh();
      const session = await open(store);
      await kindOf(store, { ...session, seen: 'absent' });
      expect(await store.sessions.liveSessions(alice.userId, store.deadline())).toHaveLength(1);
      await kindOf(store, { ...session, seen: 'absent' }, true);
      expect(await store.sessions.liveSessions(alice.userId, store.deadline())).toEqual([]);
      expect(await kindOf(store, { ...session, seen: 'live' })).toBe('closing');
    });

    it('ends what is past its end here only when an extension can no longer be on its way', async () => {
      const store = await fresh();
      const session = await open(store);
      store.pass(3_601_000);
      expect(await kindOf(store, { ...session, seen: 'live' })).toBe('agreed');
      store.pass(SETTLED_MS);
      expect(await kindOf(store, { ...session, seen: 'live' })).toBe('expired');
      expect(await kindOf(store, { ...session, seen: 'closed' })).toBe('ended');
      expect(await kindOf(store, { ...session, seen: 'absent' })).toBe('agreed');
    });

    it('leaves a record alone that is about another session than the one seen', async () => {
      const store = await fresh();
      const { sessionId } = await open(store);
      expect(await kindOf(store, { sessionId, sid: newSid(), seen: 'closed' }, true)).toBe('agreed');
      expect(await store.sessions.liveSessions(alice.userId, store.deadline())).toHaveLength(1);
    });
  });

  describe('resealing', () => {
    it('replaces exactly what was read, and never brings a forgotten session back', async () => {
      const store = await fresh();
      const { sessionId } = await open(store);
      const [record] = await all(store.maintenance.sessions());
      const from = record?.sealed ?? '';
      const change = { sessionId, from, to: 'd2.new' };
      expect(await store.maintenance.reseal([change])).toBe(1);
      expect(await store.maintenance.reseal([change])).toBe(0);
      await store.sessions.finishClosing([sessionId], store.deadline());
      expect(await store.maintenance.reseal([{ ...change, from: 'd2.new' }])).toBe(0);
      expect(await all(store.maintenance.sessions())).toEqual([]);
    });
  });
});

async function numbersOf(store: StoreUnderTest) {
  const decision = await store.sessions.reserve(
    { pair: pairOf(carol, bob), sessionId: newId() },
    store.deadline(),
  );
  return decision.kind === 'reserved' ? decision.numbers : undefined;
}
