import type { Upstash } from '../../simulator/upstash';
import type { ReserveDecision, ReservedSession } from '../../src/masking/ports';
import type { Participant } from '../../src/masking/session';
import { mobile, pairOf, person } from '../support/people';
import { HOUR_MS, newId, newSid, type StoreUnderTest, storeIn } from '../support/store';

const [alice, bob, carol, dave] = [person(1), person(2), person(3), person(4)] as const;

async function reserve(store: StoreUnderTest, caller: Participant, callee: Participant, sessionId = newId()) {
  return store.sessions.reserve({ pair: pairOf(caller, callee), sessionId }, store.deadline());
}

function reserved(decision: ReserveDecision): ReservedSession {
  if (decision.kind !== 'reserved') throw new Error(`expected a reservation, got ${decision.kind}`);
  return decision;
}

async function open(store: StoreUnderTest, caller: Participant, callee: Participant) {
  const reservation = reserved(await reserve(store, caller, callee));
  const { sessionId, numbers } = reservation;
  const sid = newSid();
  const closed = [...reservation.closeFirst, ...reservation.closeBeside].map((session) => session.sessionId);
  const { kind: state } = await store.sessions.confirm({ sessionId, sid, numbers, closed }, store.deadline());
  return { ...reservation, sid, state };
}

/** What every store of sessions must do, whatever engine is below. */
export function sessionStoreContract(engine: () => Upstash): void {
  const fresh = (options?: Parameters<typeof storeIn>[1]) => storeIn(engine(), options);

  describe('a new pair', () => {
    it('is reserved with a number for each side and becomes live when confirmed', async () => {
      const store = await fresh();
      const session = await open(store, alice, bob);
      expect(session.state).toBe('live');
      expect(session.numbers.caller).not.toBe(session.numbers.callee);
      const expected = { tel: session.numbers.caller, peerId: bob.userId, expiresAtMs: session.expiresAtMs };
      expect(await store.sessions.liveSessions(alice.userId, store.deadline())).toEqual([expected]);
      expect(await store.sessions.liveSessions(bob.userId, store.deadline())).toEqual([
        { ...expected, tel: session.numbers.callee, peerId: alice.userId },
      ]);
    });

    it('is not listed before it is confirmed', async () => {
      const store = await fresh();
      await reserve(store, alice, bob);
      expect(await store.sessions.liveSessions(alice.userId, store.deadline())).toEqual([]);
    });
  });

  describe('the same pair again', () => {
    it('gets the same number back, from either side', async () => {
      const store = await fresh();
      const { numbers, sid } = await open(store, alice, bob);
      expect(await reserve(store, alice, bob)).toMatchObject({ kind: 'reuse', tel: numbers.caller, sid });
      expect(await reserve(store, bob, alice)).toMatchObject({ kind: 'reuse', tel: numbers.callee, sid });
    });

    it('is asked to be extended only when a quarter of its life is gone', async () => {
      const store = await fresh();
      await open(store, alice, bob);
      store.pass(0.24 * HOUR_MS);
      expect(await reserve(store, alice, bob)).not.toHaveProperty('extendToMs');
      store.pass(0.02 * HOUR_MS);
      const decision = await reserve(store, alice, bob);
      expect(decision).toMatchObject({
        kind: 'reuse',
        extendToMs: expect.closeTo(store.now() + HOUR_MS, -4),
      });
    });

    it('lives longer once the extension is confirmed, and not before', async () => {
      const store = await fresh();
      const { sessionId, expiresAtMs } = await open(store, alice, bob);
      store.pass(HOUR_MS / 2);
      await reserve(store, alice, bob);
      const live = () => store.sessions.liveSessions(alice.userId, store.deadline());
      expect(await live()).toMatchObject([{ expiresAtMs }]);
      await store.sessions.confirmExtension(sessionId, expiresAtMs + 60_000, store.deadline());
      expect(await live()).toMatchObject([{ expiresAtMs: expiresAtMs + 60_000 }]);
      await store.sessions.confirmExtension(sessionId, expiresAtMs + 30_000, store.deadline());
      expect(await live()).toMatchObject([{ expiresAtMs: expiresAtMs + 60_000 }]);
    });

    it('has to wait while another request opens it', async () => {
      const store = await fresh();
      await reserve(store, alice, bob);
      expect(await reserve(store, alice, bob)).toEqual({ kind: 'busy' });
      expect(await reserve(store, bob, alice)).toEqual({ kind: 'busy' });
    });

    it('takes over the id and numbers of a request that died', async () => {
      const store = await fresh();
      const first = reserved(await reserve(store, alice, bob));
      store.pass(13_000);
      expect(await reserve(store, alice, bob)).toMatchObject({
        kind: 'reserved',
        sessionId: first.sessionId,
        numbers: first.numbers,
      });
    });

    it('takes over at once when the other request gave up', async () => {
      const store = await fresh();
      const first = reserved(await reserve(store, alice, bob));
      await store.sessions.abandon(first.sessionId, [], store.deadline());
      expect(await reserve(store, alice, bob)).toMatchObject({
        kind: 'reserved',
        sessionId: first.sessionId,
      });
    });

    it('answers the same reservation to a request that asks twice because its answer was lost', async () => {
      const store = await fresh();
      const sessionId = newId();
      const first = reserved(await reserve(store, alice, bob, sessionId));
      expect(await reserve(store, alice, bob, sessionId)).toEqual(first);
    });

    it('gets a new session when one of the two has a new phone, and the old one ends', async () => {
      const store = await fresh({ settings: { maxSessionsPerUser: 5 } });
      const old = await open(store, alice, bob);
      const decision = reserved(await reserve(store, { ...alice, number: mobile(99) }, bob));
      expect(decision.sessionId).not.toBe(old.sessionId);
      expect(decision.closeBeside).toEqual([{ sessionId: old.sessionId, sid: old.sid }]);
    });

    it('gets its former numbers again after the session has ended', async () => {
      const store = await fresh();
      const { numbers } = await open(store, alice, bob);
      store.pass(HOUR_MS + 700_000);
      expect(await reserve(store, alice, bob)).toMatchObject({ kind: 'reserved', numbers });
    });
  });

  describe('another partner', () => {
    it('ends the oldest session beyond the limit', async () => {
      const store = await fresh({ settings: { maxSessionsPerUser: 2 } });
      const first = await open(store, alice, bob);
      store.pass(10);
      await open(store, alice, carol);
      store.pass(10);
      const third = reserved(await reserve(store, alice, dave));
      expect([...third.closeFirst, ...third.closeBeside]).toEqual([
        { sessionId: first.sessionId, sid: first.sid },
      ]);
    });

    it('does not end sessions that others opened to the user', async () => {
      const store = await fresh();
      await open(store, bob, alice);
      const session = await open(store, alice, carol);
      expect([...session.closeFirst, ...session.closeBeside]).toEqual([]);
      expect(await store.sessions.liveSessions(alice.userId, store.deadline())).toHaveLength(2);
    });

    it('gets another number than the session that just ended, because that one cools off', async () => {
      const store = await fresh();
      const first = await open(store, alice, bob);
      const second = await open(store, alice, carol);
      expect(second.closeFirst).toEqual([]);
      expect(second.numbers.caller).not.toBe(first.numbers.caller);
    });

    it('supersedes a session that is still being opened', async () => {
      const store = await fresh();
      const first = reserved(await reserve(store, alice, bob));
      const second = reserved(await reserve(store, alice, carol));
      expect(second.closeBeside).toEqual([]);
      const { sessionId, numbers } = first;
      const confirmation = { sessionId, numbers, sid: newSid(), closed: [] };
      expect(await store.sessions.confirm(confirmation, store.deadline())).toEqual({ kind: 'superseded' });
    });

    it('tries again to close what could not be closed before', async () => {
      const store = await fresh();
      const first = await open(store, alice, bob);
      await store.sessions.beginClosingAll(alice.userId, store.deadline());
      const next = reserved(await reserve(store, alice, carol));
      expect(next.closeBeside).toEqual([{ sessionId: first.sessionId, sid: first.sid }]);
    });
  });

  describe('numbers', () => {
    it('carry as many sessions of one user as there are numbers, and then no more', async () => {
      const store = await fresh({ numbers: 5, settings: { maxSessionsPerUser: 100 } });
      const used = new Set<string>();
      for (let index = 0; index < 5; index += 1)
        used.add((await open(store, alice, person(10 + index))).numbers.caller);
      expect(used.size).toBe(5);
      expect(await reserve(store, alice, person(20))).toMatchObject({ kind: 'exhausted' });
    });

    it('carry as many sessions to one user as there are numbers, and then no more', async () => {
      const store = await fresh({ numbers: 5 });
      const used = new Set<string>();
      for (let index = 0; index < 5; index += 1)
        used.add((await open(store, person(10 + index), alice)).numbers.callee);
      expect(used.size).toBe(5);
      expect(await reserve(store, person(20), alice)).toMatchObject({ kind: 'exhausted' });
    });

    it('name the end of the first session when the pool is exhausted', async () => {
      const store = await fresh({ numbers: 2, settings: { maxSessionsPerUser: 100 } });
      await open(store, alice, bob);
      store.pass(600_000);
      await open(store, alice, carol);
      expect(await reserve(store, alice, dave)).toEqual({
        kind: 'exhausted',
        retryAfterSeconds: expect.closeTo(3000, -1),
      });
    });

    it('are exhausted when there is none at all', async () => {
      const store = await fresh({ numbers: 0 });
      expect(await reserve(store, alice, bob)).toMatchObject({ kind: 'exhausted' });
    });

    it('cool off after a session, and the one that rested longest is used when no other is left', async () => {
      const store = await fresh({ numbers: 2 });
      const first = await open(store, alice, bob);
      const second = await open(store, alice, carol);
      const third = reserved(await reserve(store, alice, dave));
      expect(third.numbers.caller).toBe(first.numbers.caller);
      expect(second.numbers.caller).not.toBe(first.numbers.caller);
    });

    it('are not given to two sessions of a phone while the switchboard still holds the first, even without a cool-off', async () => {
      const store = await fresh({ numbers: 4, settings: { coolOffSeconds: 0 } });
      const first = await open(store, alice, bob);
      const second = reserved(await reserve(store, alice, carol));
      expect(second.closeBeside).toHaveLength(1);
      expect(second.numbers.caller).not.toBe(first.numbers.caller);
    });

    it('of a reservation that never opened are free at once', async () => {
      const store = await fresh({ numbers: 1 });
      const first = reserved(await reserve(store, alice, bob));
      await store.sessions.release(first.sessionId, [], store.deadline());
      expect(await reserve(store, alice, carol)).toMatchObject({ kind: 'reserved', closeFirst: [] });
    });

    it('are changed for both sides when the switchboard refuses them', async () => {
      const store = await fresh({ numbers: 10 });
      const first = reserved(await reserve(store, alice, bob));
      const decision = await store.sessions.renumber(first.sessionId, store.deadline());
      if (decision.kind !== 'renumbered') throw new Error('expected other numbers');
      expect(decision.numbers.caller).not.toBe(first.numbers.caller);
      expect(decision.numbers.callee).not.toBe(first.numbers.callee);
    });

    it('cannot be changed when there is only one', async () => {
      const store = await fresh({ numbers: 1 });
      const first = reserved(await reserve(store, alice, bob));
      expect(await store.sessions.renumber(first.sessionId, store.deadline())).toEqual({ kind: 'exhausted' });
    });

    it('are those that the switchboard chose when it chose for itself', async () => {
      const store = await fresh();
      const { sessionId, numbers } = reserved(await reserve(store, alice, bob));
      const chosen = { caller: numbers.callee, callee: numbers.caller };
      await store.sessions.confirm(
        { sessionId, sid: newSid(), numbers: chosen, closed: [] },
        store.deadline(),
      );
      expect(await store.sessions.liveSessions(alice.userId, store.deadline())).toMatchObject([
        { tel: chosen.caller },
      ]);
      expect(await reserve(store, bob, alice)).toMatchObject({ kind: 'reuse', tel: chosen.callee });
    });
  });

  describe('a pool of one number', () => {
    it('closes the old session of a phone before the new one opens', async () => {
      const store = await fresh({ numbers: 1 });
      const first = await open(store, alice, bob);
      const second = await open(store, alice, carol);
      expect(second.closeFirst).toEqual([{ sessionId: first.sessionId, sid: first.sid }]);
      const third = await open(store, dave, carol);
      expect(third.closeFirst).toEqual([{ sessionId: second.sessionId, sid: second.sid }]);
    });

    it('waits while that number is being opened for another partner', async () => {
      const store = await fresh({ numbers: 1 });
      await reserve(store, alice, bob);
      expect(await reserve(store, alice, carol)).toEqual({ kind: 'busy' });
    });
  });

  describe('cleanup', () => {
    it('ends all routes at once and lists every session of the user, from either side', async () => {
      const store = await fresh();
      const own = await open(store, alice, bob);
      const others = await open(store, carol, alice);
      const { sessions, pending } = await store.sessions.beginClosingAll(alice.userId, store.deadline());
      expect(pending).toBe(0);
      expect(new Set(sessions.map(({ sid }) => sid))).toEqual(new Set([own.sid, others.sid]));
      expect(await store.sessions.liveSessions(carol.userId, store.deadline())).toEqual([]);
    });

    it('leaves a session that is being opened to the request that opens it', async () => {
      const store = await fresh();
      const { sessionId, numbers } = reserved(await reserve(store, alice, bob));
      const decision = await store.sessions.beginClosingAll(alice.userId, store.deadline());
      expect(decision).toEqual({ sessions: [], pending: 1 });
      const confirmation = { sessionId, numbers, sid: newSid(), closed: [] };
      expect(await store.sessions.confirm(confirmation, store.deadline())).toEqual({ kind: 'superseded' });
      const later = await store.sessions.beginClosingAll(alice.userId, store.deadline());
      expect(later.sessions).toEqual([{ sessionId, sid: confirmation.sid }]);
    });

    it('lists a session of unknown fate without a sid', async () => {
      const store = await fresh();
      const { sessionId } = reserved(await reserve(store, alice, bob));
      await store.sessions.abandon(sessionId, [], store.deadline());
      const { sessions } = await store.sessions.beginClosingAll(alice.userId, store.deadline());
      expect(sessions).toEqual([{ sessionId }]);
    });

    it('keeps a session on record until it is known to be gone', async () => {
      const store = await fresh();
      const { sessionId } = await open(store, alice, bob);
      const begin = () => store.sessions.beginClosingAll(alice.userId, store.deadline());
      expect((await begin()).sessions).toHaveLength(1);
      expect((await begin()).sessions).toHaveLength(1);
      await store.sessions.finishClosing([sessionId], store.deadline());
      expect((await begin()).sessions).toHaveLength(0);
    });
  });

  describe('quotas', () => {
    const limits = { perHour: 2, perDay: 3 };
    const unlimited = { perHour: 1_000_000, perDay: 1_000_000 };
    const base = { user: unlimited, pair: unlimited, serviceDaily: 1_000_000, interactionsPerHour: 100 };

    it('limit the new sessions of a user, by the hour and by the day', async () => {
      const store = await fresh({ settings: { quotas: { ...base, user: limits } } });
      await open(store, alice, bob);
      await open(store, alice, carol);
      expect(await reserve(store, alice, dave)).toMatchObject({ kind: 'quota_exceeded' });
      expect(await reserve(store, bob, dave)).toMatchObject({ kind: 'reserved' });
    });

    it('limit the new sessions of a pair', async () => {
      const store = await fresh({ settings: { quotas: { ...base, pair: limits } } });
      for (const callee of [bob, carol, bob, carol]) await open(store, alice, callee);
      expect(await reserve(store, alice, bob)).toMatchObject({ kind: 'quota_exceeded' });
      expect(await reserve(store, alice, dave)).toMatchObject({ kind: 'reserved' });
    });

    it('stop the whole service at its daily ceiling', async () => {
      const store = await fresh({ settings: { quotas: { ...base, serviceDaily: 1 } } });
      await open(store, alice, bob);
      expect(await reserve(store, carol, dave)).toMatchObject({ kind: 'ceiling_reached' });
    });

    it('do not count a pair that is already connected', async () => {
      const store = await fresh({ settings: { quotas: { ...base, user: { perHour: 1, perDay: 1 } } } });
      await open(store, alice, bob);
      expect(await reserve(store, alice, bob)).toMatchObject({ kind: 'reuse' });
    });

    it('name the seconds until the window ends', async () => {
      const store = await fresh({ settings: { quotas: { ...base, user: { perHour: 1, perDay: 100 } } } });
      await open(store, alice, bob);
      const decision = await reserve(store, alice, carol);
      const toNextHour = Math.ceil((HOUR_MS - (store.now() % HOUR_MS)) / 1000);
      expect(decision).toEqual({ kind: 'quota_exceeded', retryAfterSeconds: expect.closeTo(toNextHour, -1) });
    });
  });
}
