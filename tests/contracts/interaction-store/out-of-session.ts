import type { Upstash } from '../../../simulator/upstash';
import type { ProxyNumber, RealNumber } from '../../../src/masking/numbers';
import type { InteractionKind } from '../../../src/masking/ports';
import { mobile, pairOf } from '../../support/people';
import { HOUR_MS, newId, type StoreUnderTest, storeIn } from '../../support/store';
import { alice, bob, carol, judge, open } from './fixture';

const COOL_OFF_MS = 86_400_000;

function call(
  store: StoreUnderTest,
  from: RealNumber | undefined,
  to: ProxyNumber,
  kind: InteractionKind = 'voice',
  interactionId: string = newId(),
) {
  const caller = from === undefined ? {} : { from };
  return store.interactions.outOfSession({ interactionId, kind, to, ...caller }, store.deadline());
}

/** Calls and texts that the switchboard finds no session for. */
export function describeOutOfSession(engine: () => Upstash): void {
  const fresh = () => storeIn(engine());

  describe('a call or text outside any session', () => {
    it('of somebody whose session ended is told so, until the number has cooled off', async () => {
      const store = await fresh();
      const { sessionId, numbers } = await open(store);
      await store.sessions.beginClosingAll(alice.userId, store.deadline());
      await store.sessions.finishClosing([sessionId], store.deadline());
      expect(await call(store, alice.number, numbers.caller)).toBe('ended');
      expect(await call(store, bob.number, numbers.callee)).toBe('ended');
      store.pass(COOL_OFF_MS + 1_000);
      expect(await call(store, alice.number, numbers.caller)).toBe('unknown');
    });

    it('is told the same when the session ended by itself', async () => {
      const store = await fresh();
      const { numbers } = await open(store);
      store.pass(HOUR_MS + 1_000);
      expect(await call(store, alice.number, numbers.caller)).toBe('ended');
    });

    it('of a stranger, of a withheld number and to another number is unknown', async () => {
      const store = await fresh();
      const { numbers } = await open(store);
      expect(await call(store, mobile(99), numbers.caller)).toBe('unknown');
      expect(await call(store, undefined, numbers.caller)).toBe('unknown');
      expect(await call(store, alice.number, numbers.callee)).toBe('unknown');
    });

    it('ends a live session when it is a call: the switchboard no longer knows that session', async () => {
      const store = await fresh();
      const { sid, numbers } = await open(store);
      expect(await call(store, alice.number, numbers.caller)).toBe('ended');
      expect(await judge(store, sid)).toEqual({ kind: 'deny', reason: 'session_closed' });
      const again = { pair: pairOf(alice, bob), sessionId: newId() };
      expect(await store.sessions.reserve(again, store.deadline())).toMatchObject({ kind: 'reserved' });
    });

    it('leaves a live session alone when it is a text, or a call of somebody else', async () => {
      const store = await fresh();
      const { sid, numbers } = await open(store);
      await call(store, alice.number, numbers.caller, 'message');
      await call(store, carol.number, numbers.caller);
      await call(store, undefined, numbers.caller);
      expect(await judge(store, sid)).toEqual({ kind: 'allow' });
    });

    it('that is a text has its sender told five times an hour, and once more only of the same text', async () => {
      const store = await fresh();
      const { numbers } = await open(store);
      const text = (interactionId?: string, from = carol.number) =>
        call(store, from, numbers.caller, 'message', interactionId);
      const first = newId();
      expect(await text(first)).toBe('unknown');
      for (let more = 0; more < 4; more += 1) expect(await text()).toBe('unknown');
      expect(await text()).toBe('told_enough');
      expect(await text(first)).toBe('unknown');
      expect(await text(newId(), mobile(98))).toBe('unknown');
      expect(await call(store, carol.number, numbers.caller)).toBe('unknown');
      store.pass(HOUR_MS);
      expect(await text()).toBe('unknown');
    });
  });
}
