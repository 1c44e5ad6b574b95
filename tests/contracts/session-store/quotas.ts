import type { Upstash } from '../../../simulator/upstash';
import type { SwitchboardName } from '../../../src/masking/session';
import type { StoreSettings } from '../../../src/store/settings';
import { DEFAULTS, earlyInTheDay, HOUR_MS, storeIn } from '../../support/store';
import { alice, bob, carol, dave, openAnyhow as open, reserve } from './fixture';

/** How many new sessions there may be. */
export function describeQuotas(engine: () => Upstash, switchboard: SwitchboardName): void {
  const limited = (quotas: Partial<StoreSettings['quotas']>) => {
    const settings = { switchboard, quotas: { ...DEFAULTS.quotas, ...quotas } };
    return storeIn(engine(), { settings, clock: earlyInTheDay() });
  };

  describe('quotas', () => {
    const limits = { perHour: 2, perDay: 3 };

    it('limit the new sessions of a user, by the hour and by the day', async () => {
      const store = await limited({ user: limits });
      for (const partner of [bob, carol]) expect(await open(store, alice, partner)).toMatch(/^[+]/);
      expect(await open(store, alice, dave)).toBe('quota_exceeded');
      expect(await open(store, bob, dave)).toMatch(/^[+]/);
      store.pass(HOUR_MS);
      expect(await open(store, alice, dave)).toMatch(/^[+]/);
      expect(await open(store, alice, bob)).toBe('quota_exceeded');
    });

    it('limit the new sessions of a pair by the hour and by the day, whichever of the two opens them', async () => {
      const store = await limited({ pair: limits });
      await open(store, alice, bob);
      await open(store, alice, carol);
      await open(store, bob, alice);
      await open(store, bob, dave);
      expect(await open(store, alice, bob)).toBe('quota_exceeded');
      expect(await open(store, alice, dave)).toMatch(/^[+]/);
      store.pass(HOUR_MS);
      expect(await open(store, alice, bob)).toMatch(/^[+]/);
      await open(store, alice, dave);
      expect(await open(store, alice, bob)).toBe('quota_exceeded');
    });

    it('stop the whole service at its daily ceiling', async () => {
      const store = await limited({ serviceDaily: 1 });
      await open(store, alice, bob);
      expect(await open(store, carol, dave)).toBe('ceiling_reached');
      store.pass(HOUR_MS);
      expect(await open(store, carol, dave)).toBe('ceiling_reached');
    });

    it('do not count a pair that is already connected', async () => {
      const store = await limited({ user: { perHour: 1, perDay: 1 } });
      const tel = await open(store, alice, bob);
      expect(await open(store, alice, bob)).toBe(tel);
    });

    it('name the seconds until the window ends', async () => {
      const store = await limited({ user: { perHour: 1, perDay: 100 } });
      await open(store, alice, bob);
      const decision = await reserve(store, alice, carol);
      expect(decision).toEqual({ kind: 'quota_exceeded', retryAfterSeconds: 3_599 });
    });
  });
}
