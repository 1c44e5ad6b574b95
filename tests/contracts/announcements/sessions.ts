import type { Upstash } from '../../../simulator/upstash';
import type { StoreSettings } from '../../../src/store/settings';
import { pairOf, person } from '../../support/people';
import { HOUR_MS, newId, type StoreUnderTest } from '../../support/store';
import { alice, bob, carol, command, open } from '../interaction-store/fixture';
import { drain, start, telling, told, typesOf, users } from './fixture';

/** What is told of sessions. */
export function describeSessions(engine: () => Upstash): void {
  const fresh = (settings: Partial<StoreSettings> = {}, numbers = 10) => telling(engine, settings, numbers);

  describe('a session', () => {
    it('is told to be open once it is, with its users and its end', async () => {
      const store = await fresh();
      await store.sessions.reserve({ pair: pairOf(carol, bob), sessionId: newId() }, store.deadline());
      const { sessionId } = await open(store);
      const expiresAtMs = start + HOUR_MS;
      expect(await told(store)).toEqual([['session.opened', { sessionId, ...users, expiresAtMs }]]);
    });

    it('is told once however often its opening is written down', async () => {
      const store = await fresh();
      const { sessionId, sid, numbers } = await open(store);
      await store.sessions.confirm({ sessionId, sid, numbers, closed: [] }, store.deadline());
      expect(await typesOf(store)).toEqual(['session.opened']);
    });

    it('is told the same of the voice switchboard, which opens in one step', async () => {
      const store = await fresh({ switchboard: 'voice' });
      const sessionId = newId();
      for (let time = 0; time < 2; time += 1)
        await store.sessions.reserve({ pair: pairOf(alice, bob), sessionId }, store.deadline());
      expect(await typesOf(store)).toEqual(['session.opened']);
      await store.sessions.beginClosingAll(alice.userId, store.deadline());
      expect((await told(store)).at(-1)).toMatchObject([
        'session.closed',
        { sessionId, ...users, reason: 'cleanup' },
      ]);
    });

    it('is told to be closed once, at the instant when nothing passes any more', async () => {
      const store = await fresh();
      const { sessionId } = await open(store);
      store.pass(60_000);
      await store.sessions.beginClosingAll(alice.userId, store.deadline());
      await store.sessions.beginClosingAll(alice.userId, store.deadline());
      await store.sessions.finishClosing([sessionId], store.deadline());
      const closed = { sessionId, ...users, endedAtMs: start + 60_000, reason: 'cleanup' };
      expect((await told(store)).slice(1)).toEqual([['session.closed', closed]]);
    });

    it.each([
      ['replaced', (store: StoreUnderTest) => open(store, alice, carol)],
      [
        'blocked',
        (store: StoreUnderTest) =>
          store.blocks.block({ userId: bob.userId, peerId: alice.userId }, store.deadline()),
      ],
    ])('tells why it ended: %s', async (reason, action) => {
      const store = await fresh();
      const { sessionId } = await open(store);
      await action(store);
      const closed = (await told(store)).filter(([type]) => type === 'session.closed');
      expect(closed).toMatchObject([['session.closed', { sessionId, reason }]]);
    });

    it('that expired by itself is told by the next drain, with the instant of its end', async () => {
      const store = await fresh();
      const { sessionId } = await open(store);
      store.pass(HOUR_MS + 5_000);
      await drain(store);
      await drain(store);
      const closed = { sessionId, ...users, endedAtMs: start + HOUR_MS, reason: 'expired' };
      expect((await told(store)).slice(1)).toEqual([['session.closed', closed]]);
    });

    it('that expired is told by the next session that opens, also long after its record went', async () => {
      const store = await fresh();
      const { sessionId } = await open(store);
      await command(store, 'del', `${store.settings.prefix}s:${sessionId}`);
      store.pass(9 * HOUR_MS);
      await open(store, carol, person(7));
      const closed = (await told(store)).filter(([type]) => type === 'session.closed');
      expect(closed).toEqual([
        ['session.closed', { sessionId, endedAtMs: start + HOUR_MS, reason: 'expired' }],
      ]);
    });

    it('that was extended is not told to be over at its first end', async () => {
      const store = await fresh();
      const { sessionId } = await open(store);
      await store.sessions.confirmExtension(sessionId, start + 2 * HOUR_MS, store.deadline());
      store.pass(HOUR_MS + 1_000);
      await drain(store);
      expect(await typesOf(store)).toEqual(['session.opened']);
    });
  });
}
