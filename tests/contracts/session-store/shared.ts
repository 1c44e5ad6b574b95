import type { Upstash } from '../../../simulator/upstash';
import type { SwitchboardName } from '../../../src/masking/session';
import type { StoreSettings } from '../../../src/store/settings';
import { inPool, person, poolOf } from '../../support/people';
import { HOUR_MS, storeIn } from '../../support/store';
import { alice, bob, carol, dave, openAnyhow as open, reserve, telsOf } from './fixture';

/** What users meet, whatever joins their phones. */
export function describeSessions(engine: () => Upstash, switchboard: SwitchboardName): void {
  const fresh = (settings: Partial<StoreSettings> = {}, numbers = 10) =>
    storeIn(engine(), { numbers, settings: { switchboard, ...settings } });

  describe('a session', () => {
    it('has a number for each side, and the partner and the end are known', async () => {
      const store = await fresh();
      const tel = await open(store, alice, bob);
      const deadline = store.deadline();
      const [own] = await store.sessions.liveSessions(alice.userId, deadline);
      const [partner] = await store.sessions.liveSessions(bob.userId, deadline);
      const expiresAtMs = expect.closeTo(store.now() + HOUR_MS, -4);
      expect(own).toEqual({ tel, peerId: bob.userId, expiresAtMs });
      expect(partner).toEqual({ tel: expect.any(String), peerId: alice.userId, expiresAtMs });
      expect(partner?.tel).not.toBe(tel);
    });

    it('is found again by the same pair, from either side', async () => {
      const store = await fresh();
      const tel = await open(store, alice, bob);
      expect(await reserve(store, alice, bob)).toMatchObject({ kind: 'reuse', tel });
      const [partnerTel] = await telsOf(store, bob);
      expect(await reserve(store, bob, alice)).toMatchObject({ kind: 'reuse', tel: partnerTel });
      expect(await telsOf(store, alice)).toEqual([tel]);
    });

    it('ends by itself, and its pair gets the former numbers again', async () => {
      const store = await fresh();
      const tel = await open(store, alice, bob);
      store.pass(HOUR_MS + 700_000);
      expect(await telsOf(store, alice)).toEqual([]);
      expect(await open(store, alice, bob)).toBe(tel);
    });

    it('ends when its user opens one session more than allowed, and not when others call the user', async () => {
      const store = await fresh({ maxSessionsPerUser: 2 });
      const first = await open(store, alice, bob);
      store.pass(10);
      const second = await open(store, alice, carol);
      store.pass(10);
      await open(store, person(8), alice);
      const third = await open(store, alice, dave);
      const live = await telsOf(store, alice);
      expect(live).toHaveLength(3);
      expect(live).toEqual(expect.arrayContaining([second, third]));
      expect(third).not.toBe(first);
      expect(await telsOf(store, bob)).toEqual([]);
    });

    it('is not extended while one of its numbers drains', async () => {
      const store = await fresh();
      const tel = await open(store, alice, bob);
      const [before] = await store.sessions.liveSessions(alice.userId, store.deadline());
      await store.pool.save([], { dryRun: false }, store.deadline());
      store.pass(HOUR_MS / 2);
      const decision = await reserve(store, alice, bob);
      expect(decision).toMatchObject({ kind: 'reuse', tel, expiresAtMs: before?.expiresAtMs });
      expect(decision).not.toHaveProperty('extendToMs');
      expect(await reserve(store, alice, carol)).toMatchObject({ kind: 'exhausted' });
    });
  });

  describe('numbers', () => {
    it.each([
      ['of', (index: number) => [alice, person(10 + index)] as const],
      ['to', (index: number) => [person(10 + index), alice] as const],
    ])('carry as many sessions %s one user as there are numbers, and then no more', async (_, pair) => {
      const store = await fresh({ maxSessionsPerUser: 100 }, 5);
      for (let index = 0; index < 5; index += 1) await open(store, ...pair(index));
      expect(new Set(await telsOf(store, alice)).size).toBe(5);
      expect(await open(store, ...pair(5))).toBe('exhausted');
    });

    it('name the end of the first session when all are taken', async () => {
      const store = await fresh({ maxSessionsPerUser: 100 }, 2);
      await open(store, alice, bob);
      store.pass(600_000);
      await open(store, alice, carol);
      expect(await reserve(store, alice, dave)).toEqual({
        kind: 'exhausted',
        retryAfterSeconds: expect.closeTo(3000, -1),
      });
    });

    it('are found again, once all were taken, as soon as one comes free', async () => {
      const store = await fresh({ maxSessionsPerUser: 100 }, 2);
      const tryDave = () => open(store, alice, dave);
      const both = [await open(store, alice, bob), await open(store, alice, carol)];
      for (let time = 0; time < 2; time += 1) expect(await tryDave()).toBe('exhausted');
      await store.sessions.beginClosingAll(bob.userId, store.deadline());
      expect(await tryDave()).toBe(both[0]);
      expect(await open(store, alice, person(9))).toBe('exhausted');
      store.pass(HOUR_MS + 100_000);
      expect(both).toContain(await open(store, alice, person(9)));
    });

    it('are found again, once all were taken, when the pool grows', async () => {
      const store = await fresh({ maxSessionsPerUser: 100 }, 9);
      for (let index = 0; index < 9; index += 1) await open(store, alice, person(20 + index));
      for (let time = 0; time < 2; time += 1) expect(await open(store, alice, dave)).toBe('exhausted');
      const numbers = poolOf(10);
      await store.pool.save(numbers.map(inPool), { dryRun: false }, store.deadline());
      expect(await open(store, alice, dave)).toBe(numbers[9]);
    });

    it('are found again, once all were taken, when the session that is to end has one', async () => {
      const store = await fresh({}, 2);
      await open(store, alice, bob);
      await open(store, person(8), alice);
      expect(await open(store, person(9), alice)).toBe('exhausted');
      expect(await open(store, alice, carol)).toMatch(/^[+]/);
    });

    it('are exhausted when there is none at all', async () => {
      expect(await open(await fresh({}, 0), alice, bob)).toBe('exhausted');
    });

    it('carry one session of a phone at a time when there is only one', async () => {
      const store = await fresh({}, 1);
      await open(store, alice, bob);
      await open(store, alice, carol);
      expect(await telsOf(store, alice)).toHaveLength(1);
      expect(await telsOf(store, bob)).toEqual([]);
      await open(store, dave, carol);
      expect(await telsOf(store, alice)).toEqual([]);
    });

    it('rest for their phone after a session, and the one that rested longest is used when no other is left', async () => {
      const store = await fresh({}, 3);
      const given = [];
      for (const partner of [bob, carol, dave, person(5)]) {
        given.push(await open(store, alice, partner));
        store.pass(1_000);
      }
      expect(new Set(given.slice(0, 3)).size).toBe(3);
      expect(given[3]).toBe(given[0]);
    });
  });

  describe('cleanup', () => {
    it('ends every session of the user, from either side, for both partners', async () => {
      const store = await fresh();
      await open(store, alice, bob);
      await open(store, carol, alice);
      const { sessions, ended, pending } = await store.sessions.beginClosingAll(
        alice.userId,
        store.deadline(),
      );
      expect({ all: sessions.length + ended, pending }).toEqual({ all: 2, pending: 0 });
      for (const user of [alice, bob, carol]) expect(await telsOf(store, user)).toEqual([]);
    });
  });
}
