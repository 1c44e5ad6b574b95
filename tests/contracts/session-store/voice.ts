import type { Upstash } from '../../../simulator/upstash';
import type { StoreSettings } from '../../../src/store/settings';
import { mobile, pairOf } from '../../support/people';
import { HOUR_MS, newId, type StoreUnderTest, storeIn } from '../../support/store';
import { alice, bob, carol, open as openAtProxy, reserve, reserved, telsOf } from './fixture';

/** The same store with other settings. */
function sharing(store: StoreUnderTest, settings: Partial<StoreSettings>): Promise<StoreUnderTest> {
  return storeIn(store.upstash, { settings: { ...store.settings, ...settings }, clock: store.now });
}

/** What opens and ends in the store alone, in one round trip. */
export function describeVoice(engine: () => Upstash): void {
  const fresh = () => storeIn(engine(), { settings: { switchboard: 'voice' } });

  describe('a session of the voice switchboard', () => {
    it('is open at once, with a PIN, and leaves nothing to be done', async () => {
      const store = await fresh();
      const sessionId = newId();
      const decision = await reserve(store, alice, bob, sessionId);
      expect(decision).toEqual({
        kind: 'opened',
        sessionId,
        tel: expect.stringMatching(/^[+]81503/),
        expiresAtMs: expect.closeTo(store.now() + HOUR_MS, -4),
        pin: expect.stringMatching(/^[0-9]{6}$/),
        close: [],
      });
    });

    it('is answered again to a request that asks twice because its answer was lost', async () => {
      const store = await fresh();
      const sessionId = newId();
      const first = await reserve(store, alice, bob, sessionId);
      expect(await reserve(store, alice, bob, sessionId)).toEqual(first);
      expect(await telsOf(store, alice)).toHaveLength(1);
    });

    it('lives longer in the same round trip once a quarter of its life is gone', async () => {
      const store = await fresh();
      await reserve(store, alice, bob);
      store.pass(0.26 * HOUR_MS);
      const decision = await reserve(store, alice, bob);
      const expiresAtMs = expect.closeTo(store.now() + HOUR_MS, -4);
      expect(decision).toMatchObject({ kind: 'reuse', expiresAtMs });
      expect(decision).not.toHaveProperty('extendToMs');
      expect(await store.sessions.liveSessions(bob.userId, store.deadline())).toMatchObject([
        { expiresAtMs },
      ]);
    });

    it('gives way to a new one when one of the two has a new phone', async () => {
      const store = await fresh();
      await reserve(store, alice, bob);
      expect(await reserve(store, { ...alice, number: mobile(99) }, bob)).toMatchObject({ kind: 'opened' });
      expect(await telsOf(store, bob)).toHaveLength(1);
    });

    it('is over at once in a cleanup, and counted', async () => {
      const store = await fresh();
      await reserve(store, alice, bob);
      await reserve(store, carol, alice);
      const begin = () => store.sessions.beginClosingAll(alice.userId, store.deadline());
      expect(await begin()).toEqual({ sessions: [], pending: 0, ended: 2 });
      expect(await begin()).toEqual({ sessions: [], pending: 0, ended: 0 });
    });
  });

  describe('a change of the switchboard', () => {
    it('keeps a pair on the session that it has at Twilio Proxy, and extends it there', async () => {
      const proxy = await storeIn(engine());
      const { sid, numbers } = await openAtProxy(proxy, alice, bob);
      const voice = await sharing(proxy, { switchboard: 'voice' });
      expect(await reserve(voice, bob, alice)).toMatchObject({ kind: 'reuse', sid, tel: numbers.callee });
      voice.pass(HOUR_MS / 2);
      expect(await reserve(voice, alice, bob)).toMatchObject({ sid, extendToMs: expect.any(Number) });
    });

    it('names the old session at Twilio Proxy that a new one ends', async () => {
      const proxy = await storeIn(engine());
      const { sid, sessionId } = await openAtProxy(proxy, alice, bob);
      const voice = await sharing(proxy, { switchboard: 'voice' });
      const request = { pair: pairOf(alice, carol), sessionId: newId() };
      const close = [{ sessionId, sid }];
      for (let time = 0; time < 2; time += 1)
        expect(await voice.sessions.reserve(request, voice.deadline())).toMatchObject({
          kind: 'opened',
          close,
        });
      const { sessions, ended } = await voice.sessions.beginClosingAll(alice.userId, voice.deadline());
      expect({ sessions, ended }).toEqual({ sessions: close, ended: 1 });
    });

    it('waits for a request that still opens the pair at Twilio Proxy, and undoes what a dead one left', async () => {
      const proxy = await storeIn(engine());
      const { sessionId } = reserved(await reserve(proxy, alice, bob));
      const voice = await sharing(proxy, { switchboard: 'voice' });
      expect(await reserve(voice, alice, bob)).toEqual({ kind: 'busy' });
      voice.pass(13_000);
      expect(await reserve(voice, alice, bob)).toMatchObject({ kind: 'opened', close: [{ sessionId }] });
    });

    it('ends sessions of the voice switchboard at once when a new one opens at Twilio Proxy', async () => {
      const voice = await fresh();
      await reserve(voice, alice, bob);
      const proxy = await sharing(voice, { switchboard: 'proxy' });
      const decision = reserved(await reserve(proxy, alice, carol));
      expect([...decision.closeFirst, ...decision.closeBeside]).toEqual([]);
      expect(await telsOf(proxy, bob)).toEqual([]);
    });
  });
}
