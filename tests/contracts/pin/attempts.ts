import type { Upstash } from '../../../simulator/upstash';
import type { ProxyNumber } from '../../../src/masking/numbers';
import { mobile, person, poolOf } from '../../support/people';
import {
  command,
  EXHAUSTED,
  enter,
  enterWithheld,
  newCallSid,
  openSession,
  otherThan,
  REFUSED,
} from '../../support/pins';
import { HOUR_MS, storeIn } from '../../support/store';

const [alice, bob, carol, dave] = [person(1), person(2), person(3), person(4)] as const;
const [first, second, third] = [mobile(51), mobile(52), mobile(53)] as const;

export function describePinAttempts(engine: () => Upstash): void {
  const withLimits = (caller: number, number: number, numbers?: number) =>
    storeIn(engine(), {
      settings: { pinTriesPerHour: { caller, number } },
      ...(numbers === undefined ? {} : { numbers }),
    });

  describe('attempts', () => {
    it('are limited for each caller, who is then refused with the right PIN too', async () => {
      const store = await withLimits(2, 100);
      const { pin, numbers } = await openSession(store, alice, bob);
      const wrong = () => enter(store, numbers.caller, otherThan(pin), { from: first });
      expect([await wrong(), await wrong(), await wrong()]).toEqual([REFUSED, REFUSED, EXHAUSTED]);
      expect(await enter(store, numbers.caller, pin, { from: first })).toEqual(EXHAUSTED);
      expect(await enter(store, numbers.caller, pin, { from: second })).toMatchObject({ kind: 'joined' });
    });

    it('are limited for a caller over all numbers of the service', async () => {
      const store = await withLimits(1, 100);
      const { pin, numbers } = await openSession(store, alice, bob);
      await enter(store, numbers.callee, '000000', { from: first });
      expect(await enter(store, numbers.caller, pin, { from: first })).toEqual(EXHAUSTED);
    });

    it('are limited for each number, whoever calls', async () => {
      const store = await withLimits(100, 2);
      const { pin, numbers } = await openSession(store, alice, bob);
      for (const from of [first, second]) await enter(store, numbers.caller, otherThan(pin), { from });
      expect(await enter(store, numbers.caller, pin, { from: third })).toEqual(EXHAUSTED);
      expect(await enter(store, numbers.callee, '000000', { from: third })).toEqual(REFUSED);
    });

    it('of callers who withhold their number are counted together, for each number apart', async () => {
      const store = await withLimits(1, 100);
      const one = await openSession(store, alice, bob);
      const other = one.numbers.callee;
      await enterWithheld(store, one.numbers.caller, otherThan(one.pin));
      expect(await enterWithheld(store, one.numbers.caller, one.pin)).toEqual(EXHAUSTED);
      expect(await enterWithheld(store, other, '000000')).toEqual(REFUSED);
      expect(await enter(store, one.numbers.caller, one.pin)).toMatchObject({ kind: 'joined' });
    });

    it('with the right PIN take nothing from anybody', async () => {
      const store = await withLimits(1, 1, 1);
      const one = await openSession(store, alice, bob);
      const other = await openSession(store, carol, dave);
      const { caller } = one.numbers;
      for (const pin of [one.pin, other.pin, one.pin]) {
        expect(await enter(store, caller, pin)).toMatchObject({ kind: 'joined' });
      }
    });

    it('with the PIN of an ended session count like any wrong one, and leave no call in the log', async () => {
      const store = await withLimits(1, 100);
      const { pin, numbers } = await openSession(store, alice, bob);
      await store.sessions.beginClosingAll(alice.userId, store.deadline());
      expect(await enter(store, numbers.caller, pin)).toEqual(REFUSED);
      expect(await enter(store, numbers.caller, pin)).toEqual(EXHAUSTED);
      expect(await command(store.upstash, 'keys', `${store.settings.prefix}call:*`)).toEqual([]);
    });

    it('count for one hour each, not until the clock strikes', async () => {
      const store = await withLimits(2, 100);
      const { numbers } = await openSession(store, alice, bob, ['111111']);
      const wrong = () => enter(store, numbers.caller, '222222');
      await wrong();
      store.pass(HOUR_MS / 2);
      await wrong();
      store.pass(HOUR_MS / 2 - 1_000);
      expect(await wrong()).toEqual(EXHAUSTED);
      store.pass(1_000);
      expect(await wrong()).toEqual(REFUSED);
      expect(await wrong()).toEqual(EXHAUSTED);
    });

    it('beyond the limit do not lengthen the lock-out', async () => {
      const store = await withLimits(1, 100);
      const [number] = poolOf(1) as [ProxyNumber];
      expect(await enter(store, number, '000000')).toEqual(REFUSED);
      store.pass(HOUR_MS / 2);
      expect(await enter(store, number, '000000')).toEqual(EXHAUSTED);
      store.pass(HOUR_MS / 2);
      expect(await enter(store, number, '000000')).toEqual(REFUSED);
    });
  });

  describe('the same attempt of the same call', () => {
    it('is counted once and answered alike, whatever it brings', async () => {
      const store = await withLimits(2, 100);
      const { pin, numbers } = await openSession(store, alice, bob);
      const callSid = newCallSid();
      const again = (digits: string) => enter(store, numbers.caller, digits, { callSid });
      expect(await again(otherThan(pin))).toEqual(REFUSED);
      expect([await again(otherThan(pin)), await again(pin)]).toEqual([REFUSED, REFUSED]);
      expect(await enter(store, numbers.caller, pin, { callSid, attempt: 2 })).toMatchObject({
        kind: 'joined',
      });
    });

    it('joins again when it joined, unless the session has ended since', async () => {
      const store = await withLimits(1, 1);
      const { pin, numbers } = await openSession(store, alice, bob);
      const callSid = newCallSid();
      const again = () => enter(store, numbers.caller, pin, { callSid });
      expect(await again()).toEqual(await again());
      expect(await again()).toMatchObject({ kind: 'joined', partner: bob.number });
      await store.sessions.beginClosingAll(alice.userId, store.deadline());
      expect(await again()).toEqual(REFUSED);
    });
  });

  describe('what attempts leave behind', () => {
    it('holds no number of a caller and is gone within an hour', async () => {
      const store = await withLimits(100, 100);
      const { numbers, pin } = await openSession(store, alice, bob);
      await enter(store, numbers.caller, otherThan(pin), { from: first });
      const keys = (await command(store.upstash, 'keys', `${store.settings.prefix}pin-*`)) as string[];
      expect(keys).toHaveLength(3);
      for (const key of keys) {
        expect(key).not.toContain(first.slice(1));
        const ttl = Number(await command(store.upstash, 'pttl', key));
        expect(ttl).toBeGreaterThan(0);
        expect(ttl).toBeLessThanOrEqual(HOUR_MS);
      }
    });
  });
}
