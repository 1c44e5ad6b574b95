import type { Upstash } from '../../../simulator/upstash';
import type { StoreSettings } from '../../../src/store/settings';
import { pairOf, person } from '../../support/people';
import { newId } from '../../support/store';
import { alice, bob, carol, command, judge, open } from '../interaction-store/fixture';
import { telling, told, typesOf } from './fixture';

/** What is told of numbers that run short; and that nothing is told without a receiver. */
export function describePool(engine: () => Upstash): void {
  const fresh = (settings: Partial<StoreSettings> = {}, numbers = 10) => telling(engine, settings, numbers);

  describe('a pool', () => {
    it('is told to be nearly exhausted when a number has to be taken from its rest, once an hour', async () => {
      const store = await fresh({ maxSessionsPerUser: 9 }, 2);
      await open(store, alice, bob);
      await open(store, carol, bob);
      expect(await typesOf(store)).toEqual(['session.opened', 'session.opened']);
      await store.sessions.beginClosingAll(bob.userId, store.deadline());
      const { sessions } = await store.sessions.beginClosingAll(bob.userId, store.deadline());
      const gone = sessions.map(({ sessionId }) => sessionId);
      await store.sessions.finishClosing(gone, store.deadline());
      await open(store, person(8), bob);
      await open(store, person(9), bob);
      const scarce = (await told(store)).filter(([type]) => type === 'pool.nearly_exhausted');
      expect(scarce).toEqual([['pool.nearly_exhausted', { country: 'JP', exhausted: false }]]);
    });

    it('is told to be exhausted when a connect got no number', async () => {
      const store = await fresh({ maxSessionsPerUser: 9 }, 2);
      await open(store, alice, bob);
      await open(store, alice, carol);
      const refused = { pair: pairOf(alice, person(9)), sessionId: newId() };
      expect(await store.sessions.reserve(refused, store.deadline())).toMatchObject({ kind: 'exhausted' });
      expect((await told(store)).at(-1)).toEqual([
        'pool.nearly_exhausted',
        { country: 'JP', exhausted: true },
      ]);
    });
  });

  it('writes nothing at all without a receiver', async () => {
    const store = await fresh({ announcesEvents: false });
    const { sid } = await open(store);
    await judge(store, sid);
    await store.sessions.beginClosingAll(alice.userId, store.deadline());
    const keys = (await command(store, 'keys', `${store.settings.prefix}*`)) as string[];
    expect(keys.filter((name) => /:(events|waiting):/.test(name))).toEqual([]);
  });
}
