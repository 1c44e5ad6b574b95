import type { Upstash } from '../../../simulator/upstash';
import { mobile } from '../../support/people';
import { HOUR_MS, newId, newSid, storeIn } from '../../support/store';
import { alice, bob, carol, dave, open, reserve, reserved } from './fixture';

const MINUTE_MS = 60_000;

/** How a session gets on record that a switchboard elsewhere has to open, extend and close. */
export function describeReservations(engine: () => Upstash): void {
  const fresh = (options?: Parameters<typeof storeIn>[1]) => storeIn(engine(), options);

  describe('a new pair', () => {
    it('is not listed before it is confirmed', async () => {
      const store = await fresh();
      await reserve(store, alice, bob);
      expect(await store.sessions.liveSessions(alice.userId, store.deadline())).toEqual([]);
    });
  });

  describe('the same pair again', () => {
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

    it('are held for a minute after the end of a session, while the switchboard may not have noticed it', async () => {
      const store = await fresh({ numbers: 1, settings: { coolOffSeconds: 0 } });
      const { sessionId, sid, expiresAtMs } = await open(store, alice, bob);
      store.pass(expiresAtMs - store.now() + 50_000);
      expect(reserved(await reserve(store, alice, carol)).closeFirst).toEqual([{ sessionId, sid }]);
    });

    it.each([
      [0, true],
      [3_600, false],
    ])('cool off for their phone for %i s', async (coolOffSeconds, isFree) => {
      const store = await fresh({ numbers: 2, settings: { coolOffSeconds } });
      const { sessionId, numbers } = await open(store, alice, bob);
      await store.sessions.finishClosing([sessionId], store.deadline());
      store.pass(1_000);
      const next = reserved(await reserve(store, alice, carol));
      expect(next.numbers.caller === numbers.caller).toBe(isFree);
    });

    it('of a reservation that never opened are free at once', async () => {
      const store = await fresh({ numbers: 1 });
      const first = reserved(await reserve(store, alice, bob));
      await store.sessions.release(first.sessionId, [], store.deadline());
      expect(await reserve(store, alice, carol)).toMatchObject({ kind: 'reserved', closeFirst: [] });
    });

    it.each([
      ['had ended before', true],
      ['was closed for it', false],
    ])('of a reservation that never opened go on resting from a session that %s', async (_, endsBefore) => {
      const store = await fresh({ numbers: 1, settings: { coolOffSeconds: 3_600 } });
      const { sessionId, numbers } = await open(store, alice, bob);
      if (endsBefore) await store.sessions.finishClosing([sessionId], store.deadline());
      store.pass(MINUTE_MS);
      const next = reserved(await reserve(store, alice, carol));
      const closed = next.closeFirst.map((session) => session.sessionId);
      for (let time = 0; time < 2; time += 1)
        await store.sessions.release(next.sessionId, closed, store.deadline());
      const dial = ({ number: from }: typeof alice) => {
        const call = { interactionId: newId(), kind: 'voice', from, to: numbers.caller } as const;
        return store.interactions.outOfSession(call, store.deadline());
      };
      expect([await dial(alice), await dial(bob), await dial(carol)]).toEqual(['ended', 'ended', 'unknown']);
      store.pass(HOUR_MS - (endsBefore ? MINUTE_MS : 0));
      expect([await dial(alice), await dial(bob)]).toEqual(['unknown', 'unknown']);
    });

    it('are changed for both sides when the switchboard refuses them', async () => {
      const store = await fresh({ numbers: 10 });
      const first = reserved(await reserve(store, alice, bob));
      const decision = await store.sessions.renumber(first.sessionId, store.deadline());
      if (decision.kind !== 'renumbered') throw new Error('expected other numbers');
      expect(decision.numbers.caller).not.toBe(first.numbers.caller);
      expect(decision.numbers.callee).not.toBe(first.numbers.callee);
    });

    it('that the switchboard refused lead nobody anywhere', async () => {
      const store = await fresh();
      const { sessionId, numbers } = reserved(await reserve(store, alice, bob));
      await store.sessions.renumber(sessionId, store.deadline());
      for (const [{ number: from }, to] of [
        [alice, numbers.caller],
        [bob, numbers.callee],
      ] as const) {
        const call = { interactionId: newId(), kind: 'voice', from, to } as const;
        expect(await store.interactions.outOfSession(call, store.deadline())).toBe('unknown');
      }
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
      expect(decision).toEqual({ sessions: [], pending: 1, ended: 0 });
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
}
