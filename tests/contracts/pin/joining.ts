import type { Upstash } from '../../../simulator/upstash';
import { person, poolOf } from '../../support/people';
import {
  command,
  enter,
  enterWithheld,
  joined,
  newCallSid,
  openSession,
  otherThan,
  pinOf,
  REFUSED,
} from '../../support/pins';
import { type StoreUnderTest, storeIn } from '../../support/store';

const [alice, bob, carol, dave] = [person(1), person(2), person(3), person(4)] as const;

async function callEntry({ upstash, settings }: StoreUnderTest, callSid: string) {
  const flat = (await command(upstash, 'hgetall', `${settings.prefix}call:${callSid}`)) as string[];
  return Object.fromEntries(
    Array.from({ length: flat.length / 2 }, (_, index) => flat.slice(2 * index, 2 * index + 2)),
  ) as Record<string, string>;
}

export function describePinJoining(engine: () => Upstash): void {
  const fresh = (options?: Parameters<typeof storeIn>[1]) => storeIn(engine(), options);

  describe('the right PIN', () => {
    it("joins any phone with the partner, whose phone shows the partner's own number of the service", async () => {
      const store = await fresh();
      const { pin, numbers } = await openSession(store, alice, bob);
      expect(await enter(store, numbers.caller, pin)).toEqual(joined(bob.number, numbers.callee));
    });

    it('joins a caller who withholds the number', async () => {
      const store = await fresh();
      const { pin, numbers } = await openSession(store, alice, bob);
      expect(await enterWithheld(store, numbers.caller, pin)).toEqual(joined(bob.number, numbers.callee));
    });

    it('joins nobody on another number of the service', async () => {
      const store = await fresh();
      const { pin, numbers } = await openSession(store, alice, bob);
      expect(await enter(store, numbers.callee, pin)).toEqual(REFUSED);
    });

    it('joins each of two sessions on one number with its own partner', async () => {
      const store = await fresh({ numbers: 1 });
      const first = await openSession(store, alice, bob);
      const second = await openSession(store, carol, dave);
      const { caller } = first.numbers;
      expect(await enter(store, caller, first.pin)).toMatchObject({ partner: bob.number });
      expect(await enter(store, caller, second.pin)).toMatchObject({ partner: dave.number });
    });

    it('takes the number from a seal of an older key', async () => {
      const store = await fresh();
      const { pin, numbers } = await openSession(store, alice, bob);
      const newer = { id: 'd2', key: new Uint8Array(32) };
      const { dataKey } = store.settings;
      const later = { ...store.settings, dataKey: newer, openingKeys: [newer, dataKey] };
      const rotated = await storeIn(store.upstash, { settings: later, clock: store.now });
      expect(await enter(rotated, numbers.caller, pin)).toMatchObject({ partner: bob.number });
    });

    it('is a fault where no key opens the number', async () => {
      const store = await fresh();
      const { pin, numbers } = await openSession(store, alice, bob);
      const settings = { ...store.settings, openingKeys: [] };
      const keyless = await storeIn(store.upstash, { settings, clock: store.now });
      await expect(enter(keyless, numbers.caller, pin)).rejects.toThrow('a sealed number does not open');
    });

    it('gives the call an entry in the log, which later says how it ended', async () => {
      const store = await fresh();
      const { pin, numbers, sessionId } = await openSession(store, alice, bob);
      const interactionId = newCallSid();
      await enter(store, numbers.caller, pin, { callSid: interactionId });
      const expected = { id: sessionId, ua: alice.userId, ub: bob.userId, ty: 'voice', pi: 'a' };
      expect(await callEntry(store, interactionId)).toMatchObject(expected);
      const report = { interactionId, kind: 'voice', status: 'completed', durationSeconds: 65 } as const;
      await store.interactions.record(report, store.deadline());
      expect(await callEntry(store, interactionId)).toMatchObject({ ...expected, st: 'completed', du: '65' });
    });

    it('joins nobody while its user is paused, and the partner still', async () => {
      const store = await fresh();
      const { pin, numbers } = await openSession(store, alice, bob);
      const partners = await pinOf(store, bob, alice);
      const rejected = ['1', '2', '3'].map((id) => ({ id, kinds: ['phone'] }));
      await store.violations.countViolations(alice.userId, rejected, store.deadline());
      expect(await enter(store, numbers.caller, pin)).toEqual({ kind: 'refused', reason: 'paused' });
      expect(await enter(store, numbers.callee, String(partners))).toMatchObject({ kind: 'joined' });
    });

    it('counts as a call of the session, once however often it is asked about', async () => {
      const store = await fresh();
      const { settings } = store;
      const quotas = { ...settings.quotas, interactionsPerHour: 2 };
      const strict = await storeIn(store.upstash, { settings: { ...settings, quotas }, clock: store.now });
      const { pin, numbers } = await openSession(strict, alice, bob);
      const { caller } = numbers;
      const callSid = newCallSid();
      for (const change of [{ callSid }, { callSid }, {}]) {
        expect(await enter(strict, caller, pin, change)).toMatchObject({ kind: 'joined' });
      }
      expect(await enter(strict, caller, pin)).toEqual({ kind: 'refused', reason: 'quota_exceeded' });
    });
  });

  describe('a report about a call that no PIN joined', () => {
    it('leaves nothing behind', async () => {
      const store = await fresh();
      const interactionId = newCallSid();
      const report = { interactionId, kind: 'voice', status: 'completed' } as const;
      await store.interactions.record(report, store.deadline());
      expect(await callEntry(store, interactionId)).toEqual({});
    });
  });

  describe('a wrong PIN', () => {
    it('joins nobody and leaves no call in the log', async () => {
      const store = await fresh();
      const { pin, numbers } = await openSession(store, alice, bob);
      const callSid = newCallSid();
      expect(await enter(store, numbers.caller, otherThan(pin), { callSid })).toEqual(REFUSED);
      expect(await callEntry(store, callSid)).toEqual({});
    });

    it('is answered like any PIN on a number without a session', async () => {
      const store = await fresh();
      const { numbers } = await openSession(store, alice, bob, ['111111']);
      const idle = poolOf(10).find((number) => !Object.values(numbers).includes(number));
      if (idle === undefined) throw new Error('every number is busy');
      expect(await enter(store, idle, '111111')).toEqual(await enter(store, numbers.caller, '222222'));
    });
  });
}
