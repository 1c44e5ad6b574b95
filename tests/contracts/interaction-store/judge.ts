import type { Upstash } from '../../../simulator/upstash';
import type { StoreSettings } from '../../../src/store/settings';
import { pairOf } from '../../support/people';
import { DEFAULTS, earlyInTheDay, HOUR_MS, newId, newSid, storeIn } from '../../support/store';
import { alice, bob, carol, judge, logEntry, nextId, open } from './fixture';

/** Whether a call or text may go through. */
export function describeJudge(engine: () => Upstash): void {
  const fresh = (settings: Partial<StoreSettings> = {}) => storeIn(engine(), { settings });

  describe('judge', () => {
    it('allows what happens in a live session', async () => {
      const store = await fresh();
      const { sid } = await open(store);
      expect(await judge(store, sid)).toEqual({ kind: 'allow' });
    });

    it('denies a session that it does not know, or that was only reserved', async () => {
      const store = await fresh();
      await store.sessions.reserve({ pair: pairOf(alice, bob), sessionId: newId() }, store.deadline());
      const denied = { kind: 'deny', reason: 'unknown_session' };
      expect(await judge(store, newSid())).toEqual(denied);
    });

    it('denies a session that is being closed, and forgets one that is', async () => {
      const store = await fresh();
      const { sid, sessionId } = await open(store);
      await store.sessions.beginClosingAll(alice.userId, store.deadline());
      expect(await judge(store, sid)).toEqual({ kind: 'deny', reason: 'session_closed' });
      await store.sessions.finishClosing([sessionId], store.deadline());
      expect(await judge(store, sid)).toEqual({ kind: 'deny', reason: 'unknown_session' });
    });

    it('denies a session from the instant of its end', async () => {
      const store = await fresh({ sessionTtlSeconds: 60 });
      const { sid } = await open(store);
      store.pass(50_000);
      expect(await judge(store, sid)).toEqual({ kind: 'allow' });
      store.pass(10_000);
      expect(await judge(store, sid)).toEqual({ kind: 'deny', reason: 'session_expired' });
    });

    it('denies what exceeds the quota of a session, until the next hour', async () => {
      const store = await limited(2);
      const { sid } = await open(store);
      const other = await open(store, carol, bob);
      for (const kind of ['allow', 'allow', 'deny']) expect(await judge(store, sid)).toMatchObject({ kind });
      expect(await judge(store, other.sid)).toEqual({ kind: 'allow' });
      store.pass(HOUR_MS);
      expect(await judge(store, sid)).toEqual({ kind: 'allow' });
    });

    it('counts an interaction once, and allows it again, however often it is asked', async () => {
      const store = await limited(1);
      const { sid } = await open(store);
      const first = nextId();
      for (let time = 0; time < 3; time += 1)
        expect(await judge(store, sid, first)).toEqual({ kind: 'allow' });
      expect(await judge(store, sid)).toEqual({ kind: 'deny', reason: 'quota_exceeded' });
    });

    it('counts no more than the quota when many ask at once', async () => {
      const store = await limited(3);
      const { sid } = await open(store);
      const decisions = await Promise.all(Array.from({ length: 12 }, () => judge(store, sid)));
      expect(decisions.filter(({ kind }) => kind === 'allow')).toHaveLength(3);
    });

    it('begins the log of what it allows, and of nothing else', async () => {
      const store = await limited(1);
      const { sid, sessionId } = await open(store);
      const [allowed, denied] = [nextId(), nextId()];
      await judge(store, sid, allowed);
      await judge(store, sid, denied);
      const users = { ua: alice.userId, ub: bob.userId };
      expect(await logEntry(store, allowed)).toMatchObject({ id: sessionId, ...users, ty: 'voice' });
      expect(await logEntry(store, denied)).toEqual({});
    });
  });

  /** A store early in an hour, so that no window ends while a test runs. */
  function limited(interactionsPerHour: number) {
    const quotas = { ...DEFAULTS.quotas, interactionsPerHour };
    return storeIn(engine(), { settings: { quotas, sessionTtlSeconds: 7_200 }, clock: earlyInTheDay() });
  }
}
