import fc from 'fast-check';
import type { Upstash } from '../../simulator/upstash';
import type { RealNumber } from '../../src/masking/numbers';
import type { PinDecision } from '../../src/masking/pin';
import type { Pin } from '../../src/masking/session';
import { randomPins } from '../../src/store/random-pins';
import { mobile, person } from '../support/people';
import { newCallSid, openSession } from '../support/pins';
import { startEngine, storeIn } from '../support/store';

let upstash: Upstash;
beforeAll(async () => {
  upstash = await startEngine('auto');
});
afterAll(() => upstash.close());

/** One entry: who calls (nobody is a withheld number), which of two numbers, and whether the PIN is right. */
const entry = fc.record({
  caller: fc.option(fc.integer({ min: 60, max: 65 })),
  side: fc.constantFrom('caller' as const, 'callee' as const),
  digits: fc.oneof(fc.constant('right'), fc.stringMatching(/^\d{6}$/)),
  attempt: fc.constantFrom(1, 2),
  call: fc.integer({ min: 0, max: 11 }),
});
const limits = fc.record({ caller: fc.integer({ min: 1, max: 5 }), number: fc.integer({ min: 1, max: 8 }) });

function tally(keys: readonly string[]): number[] {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts.values()];
}

const isHeard = (decision: PinDecision) => decision.kind === 'refused' && decision.reason === 'wrong_pin';

describe('entries of many callers at once', () => {
  it('join with the right PIN only, and wrong ones are never heard beyond the limits', async () => {
    await fc.assert(
      fc.asyncProperty(
        limits,
        fc.array(entry, { minLength: 1, maxLength: 40 }),
        async (pinTries, entries) => {
          const store = await storeIn(upstash, { settings: { pinTriesPerHour: pinTries } });
          const { pin, numbers } = await openSession(store, person(1), person(2));
          const callSids = Array.from({ length: 12 }, newCallSid);
          const asked = await Promise.all(
            entries.map(async ({ caller, side, digits, attempt, call }) => {
              const from: { from?: RealNumber } = caller === null ? {} : { from: mobile(caller) };
              const given = digits === 'right' ? pin : (digits as Pin);
              const id = `${callSids[call]}:${attempt}`;
              const request = {
                ...from,
                to: numbers[side],
                callSid: callSids[call] ?? '',
                attempt,
                pin: given,
              };
              const decision = await store.interactions.enterPin(request, store.deadline());
              return { id, bucket: `${from.from ?? numbers[side]}`, to: numbers[side], given, decision };
            }),
          );
          const answers = new Map<string, PinDecision>();
          for (const { id, decision } of asked) {
            expect(answers.get(id) ?? decision).toEqual(decision);
            answers.set(id, decision);
          }
          for (const [id, decision] of answers) {
            if (decision.kind !== 'joined') continue;
            const same = asked.filter((other) => other.id === id);
            expect(same.some(({ given, to }) => given === pin && to === numbers.caller)).toBe(true);
            expect(decision).toEqual({ kind: 'joined', partner: person(2).number, callerId: numbers.callee });
          }
          const heard = [...answers].filter(([, decision]) => isHeard(decision));
          expect(heard.length).toBeLessThanOrEqual(2 * pinTries.number);
          const single = asked.filter(
            ({ id, decision }) => isHeard(decision) && asked.filter((other) => other.id === id).length === 1,
          );
          for (const count of tally(single.map(({ bucket }) => bucket))) {
            expect(count).toBeLessThanOrEqual(pinTries.caller);
          }
          for (const count of tally(single.map(({ to }) => to))) {
            expect(count).toBeLessThanOrEqual(pinTries.number);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are heard exactly as often as the limit says when all of 200 come at the same moment', async () => {
    const store = await storeIn(upstash, { settings: { pinTriesPerHour: { caller: 4, number: 9 } } });
    const { pin, numbers } = await openSession(store, person(1), person(2));
    const guesses = Array.from({ length: 200 }, (_, index) => {
      const guess = randomPins().find((candidate) => candidate !== pin) ?? pin;
      const request = { callSid: newCallSid(), attempt: 1, from: mobile(100 + (index % 50)), pin: guess };
      return store.interactions.enterPin({ ...request, to: numbers.caller }, store.deadline());
    });
    const decisions = await Promise.all(guesses);
    expect(decisions.filter(({ kind }) => kind === 'joined')).toEqual([]);
    expect(decisions.filter(isHeard)).toHaveLength(9);
  });
});

describe('random PINs', () => {
  it('are six digits and spread over the whole range', () => {
    const pins = Array.from({ length: 2_000 }, randomPins).flat();
    expect(pins.filter((pin) => !/^\d{6}$/.test(pin))).toEqual([]);
    for (let digit = 0; digit < 10; digit += 1) {
      const share = pins.filter((pin) => pin.startsWith(String(digit))).length / pins.length;
      expect(share).toBeGreaterThan(0.08);
      expect(share).toBeLessThan(0.12);
    }
  });

  it('do not repeat within one connect more than chance has it', () => {
    const repeats = Array.from({ length: 2_000 }, randomPins).filter(
      (pins) => new Set(pins).size < pins.length,
    );
    expect(repeats.length).toBeLessThan(10);
  });
});
