import type { Upstash } from '../../../simulator/upstash';
import { mobile, person } from '../../support/people';
import { enter, joined, openSession, pinOf, REFUSED } from '../../support/pins';
import { lifeOf } from '../../support/shelves';
import { HOUR_MS, newId, storeIn } from '../../support/store';

const [alice, bob, carol, dave] = [person(1), person(2), person(3), person(4)] as const;

export function describePinLifetime(engine: () => Upstash): void {
  const fresh = (options?: Parameters<typeof storeIn>[1]) => storeIn(engine(), options);

  describe('a PIN', () => {
    it('is six digits and comes with a session that becomes live', async () => {
      const { pin } = await openSession(await fresh(), alice, bob);
      expect(pin).toMatch(/^\d{6}$/);
    });

    it('is the same when the same user asks again, and when the confirmation is repeated', async () => {
      const store = await fresh();
      const { pin, sessionId, sid, numbers } = await openSession(store, alice, bob);
      expect(await pinOf(store, alice, bob)).toBe(pin);
      const again = await store.sessions.confirm({ sessionId, sid, numbers, closed: [] }, store.deadline());
      expect(again).toEqual({ kind: 'live', pin });
    });

    it('is one of its own for the partner, who gets it by asking', async () => {
      const store = await fresh();
      const { numbers } = await openSession(store, alice, bob, ['111111']);
      expect(await pinOf(store, bob, alice, ['222222'])).toBe('222222');
      expect(await enter(store, numbers.callee, '222222')).toEqual(joined(alice.number, numbers.caller));
      expect(await enter(store, numbers.callee, '111111')).toEqual(REFUSED);
    });

    it('may be the same for both sides, since each is known by the number that it dials', async () => {
      const store = await fresh();
      const { numbers } = await openSession(store, alice, bob, ['111111']);
      expect(await pinOf(store, bob, alice, ['111111'])).toBe('111111');
      expect(await enter(store, numbers.callee, '111111')).toEqual(joined(alice.number, numbers.caller));
    });

    it('is never one that another session has on the same number', async () => {
      const store = await fresh({ numbers: 1 });
      const first = await openSession(store, alice, bob, ['111111']);
      const second = await openSession(store, carol, dave, ['111111', '222222']);
      expect([first.pin, second.pin]).toEqual(['111111', '222222']);
      expect(await pinOf(store, bob, alice, ['111111', '222222', '333333'])).toBe('333333');
    });

    it('may be the same on another number', async () => {
      const store = await fresh();
      await openSession(store, alice, bob, ['111111']);
      expect((await openSession(store, carol, dave, ['111111'])).pin).toBe('111111');
    });

    it('is left out when every candidate is taken, and given out by the next connect', async () => {
      const store = await fresh({ numbers: 1 });
      await openSession(store, alice, bob, ['111111']);
      expect((await openSession(store, carol, dave, ['111111'])).pin).toBe('none');
      expect(await pinOf(store, carol, dave, ['222222'])).toBe('222222');
    });

    it('is a new one when the switchboard chose other numbers', async () => {
      const store = await fresh();
      const { sessionId, sid, numbers } = await openSession(store, alice, bob, ['111111']);
      const swapped = { caller: numbers.callee, callee: numbers.caller };
      await store.sessions.confirm({ sessionId, sid, numbers: swapped, closed: [] }, store.deadline());
      expect(await enter(store, numbers.caller, '111111')).toEqual(REFUSED);
      const pin = await pinOf(store, alice, bob);
      expect(await enter(store, swapped.caller, pin ?? '')).toEqual(joined(bob.number, swapped.callee));
    });
  });

  describe('the end of a PIN', () => {
    it('is the end of its session', async () => {
      const store = await fresh();
      const { pin, numbers, expiresAtMs } = await openSession(store, alice, bob);
      store.pass(expiresAtMs - store.now() - 1_000);
      expect(await enter(store, numbers.caller, pin)).toMatchObject({ kind: 'joined' });
      store.pass(1_000);
      expect(await enter(store, numbers.caller, pin)).toEqual(REFUSED);
    });

    it('moves with an extension', async () => {
      const store = await fresh();
      const { pin, numbers, sessionId, expiresAtMs } = await openSession(store, alice, bob);
      const deadline = store.deadline();
      await store.sessions.confirmExtension(sessionId, expiresAtMs + 30 * 24 * HOUR_MS, deadline);
      store.pass(29 * 24 * HOUR_MS);
      expect(await enter(store, numbers.caller, pin)).toMatchObject({ kind: 'joined' });
      expect(await pinOf(store, alice, bob)).toBe(pin);
    });

    it('moves with an extension in the database too, whose own clock clears PINs away', async () => {
      const store = await fresh({ settings: { coolOffSeconds: 60 } });
      const { pin, numbers, sessionId, expiresAtMs } = await openSession(store, alice, bob);
      const life = () => lifeOf(store, `n${numbers.caller}${pin}`);
      const until = expiresAtMs + 60_000;
      expect(await life()).toEqual({ leftMs: expect.any(Number), endsAtMs: wholeHour(until) });
      expect((await life()).leftMs).toBeGreaterThan(HOUR_MS + 50_000);
      await store.sessions.confirmExtension(sessionId, expiresAtMs + HOUR_MS, store.deadline());
      expect((await life()).endsAtMs).toBe(wholeHour(until) + HOUR_MS);
      expect((await life()).leftMs).toBeGreaterThan(2 * HOUR_MS + 50_000);
    });

    it('is at once when a cleanup begins, before Twilio has closed anything', async () => {
      const store = await fresh();
      const { pin, numbers } = await openSession(store, alice, bob);
      await store.sessions.beginClosingAll(bob.userId, store.deadline());
      expect(await enter(store, numbers.caller, pin)).toEqual(REFUSED);
    });

    it('is at once when the user turns to another partner', async () => {
      const store = await fresh();
      const { pin, numbers } = await openSession(store, alice, bob);
      await openSession(store, alice, carol);
      expect(await enter(store, numbers.caller, pin)).toEqual(REFUSED);
    });

    it('is at once when the switchboard is found to have ended the session', async () => {
      const store = await fresh();
      const { pin, numbers } = await openSession(store, alice, bob);
      const call = { interactionId: newId(), kind: 'voice', from: alice.number, to: numbers.caller } as const;
      await store.interactions.outOfSession(call, store.deadline());
      expect(await enter(store, numbers.caller, pin)).toEqual(REFUSED);
    });

    it.each([
      ['closed', true],
      ['expired', false],
    ])('keeps it from every other session while the number cools off: %s', async (_, closes) => {
      const store = await fresh({ numbers: 1, settings: { coolOffSeconds: 3_600 } });
      const { sessionId } = await openSession(store, alice, bob, ['111111']);
      if (closes) await store.sessions.finishClosing([sessionId], store.deadline());
      store.pass(HOUR_MS + 1_000);
      const later = await openSession(store, carol, dave, ['111111', '222222']);
      expect(later.pin).toBe('222222');
    });

    it('frees it within an hour of the cool-off', async () => {
      const store = await fresh({ numbers: 1, settings: { coolOffSeconds: 0, sessionTtlSeconds: 1 } });
      await openSession(store, alice, { ...bob, number: mobile(5) }, ['111111']);
      store.pass(HOUR_MS + 1_000);
      expect((await openSession(store, carol, dave, ['111111'])).pin).toBe('111111');
    });
  });
}

const wholeHour = (ms: number) => Math.ceil(ms / HOUR_MS) * HOUR_MS;
