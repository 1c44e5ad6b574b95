import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import * as v from 'valibot';
import { hasRedisServer } from '../../simulator/upstash';
import { openEngine } from '../../simulator/upstash/engine';
import type { RedisEngine } from '../../simulator/upstash/reply';
import type { ReserveDecision } from '../../src/masking/ports';
import type { Participant } from '../../src/masking/session';
import { RedisPool } from '../../src/store/redis-pool';
import { RedisSessionStore } from '../../src/store/redis-session-store';
import type { Script } from '../../src/store/script-runner';
import { itOnRedisServer } from '../support/engines';
import { inPool, pairOf, person, poolOf } from '../support/people';
import { DEFAULTS, newId } from '../support/store';

const deadline = { remainingMs: () => 60_000 };

/** Runs the scripts on the engine itself: a hundred thousand decisions without HTTP. */
class DirectRunner {
  readonly #loaded = new Set<string>();
  constructor(private readonly engine: RedisEngine) {}

  async run<Answer>(script: Script<Answer>, args: object): Promise<Answer> {
    if (!this.#loaded.has(script.sha)) {
      this.#loaded.add(script.sha);
      await this.engine.call(['script', 'load', script.text]);
    }
    const answer = await this.engine.call(['evalsha', script.sha, '0', JSON.stringify(args)]);
    return v.parse(script.answer, JSON.parse(String(answer)));
  }
}

let engine: RedisEngine;
let sequence = 0;
beforeAll(async () => {
  engine = await openEngine('auto');
});
afterAll(() => engine.close());

async function allocator(size: number) {
  const settings = { ...DEFAULTS, prefix: `a${sequence++}:`, maxSessionsPerUser: 100_000 };
  const runner = new DirectRunner(engine);
  await new RedisPool(runner, settings).save(poolOf(size).map(inPool), { dryRun: false }, deadline);
  const store = new RedisSessionStore(runner, settings);
  return {
    reserve: (caller: Participant, callee: Participant) =>
      store.reserve({ pair: pairOf(caller, callee), sessionId: newId() }, deadline),
  };
}

function numbersOf(decision: ReserveDecision): string[] {
  return decision.kind === 'reserved' ? [decision.numbers.caller, decision.numbers.callee] : [];
}

describe('the allocator', () => {
  itOnRedisServer(
    'spreads 100,000 random sessions over 100 numbers so that the busiest carries at most 1.5 times the mean',
    async () => {
      const { reserve } = await allocator(100);
      const load = new Map<string, number>();
      const total = 100_000;
      for (let done = 0; done < total; done += 500) {
        const wave = Array.from({ length: 500 }, () =>
          reserve(person(randomInt(50_000)), person(50_000 + randomInt(50_000))),
        );
        for (const number of (await Promise.all(wave)).flatMap(numbersOf))
          load.set(number, (load.get(number) ?? 0) + 1);
      }
      const loads = [...load.values()];
      const sum = loads.reduce((one, other) => one + other, 0);
      expect(sum).toBeGreaterThan(1.9 * total);
      expect(Math.max(...loads)).toBeLessThanOrEqual((1.5 * sum) / 100);
    },
    120_000,
  );

  it.each(hasRedisServer() ? [1, 2, 16, 17, 33, 10_000] : [1, 2, 16, 17, 33])(
    'carries as many sessions of one phone as there are numbers: %i',
    async (size) => {
      const { reserve } = await allocator(size);
      const sessions = Math.min(size, 200);
      const given = new Set<string>();
      for (let index = 0; index < sessions; index += 1) {
        given.add(numbersOf(await reserve(person(0), person(1 + index)))[0] ?? 'none');
      }
      expect(given.size).toBe(sessions);
      expect(given).not.toContain('none');
    },
  );

  it('never binds a phone to one number twice, whoever calls whom', async () => {
    const user = fc.integer({ min: 0, max: 5 });
    const calls = fc.array(fc.tuple(user, user), { minLength: 1, maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 6 }), calls, async (size, pairs) => {
        const { reserve } = await allocator(size);
        const bound = new Map<string, Set<string>>();
        const joined = new Set<string>();
        for (const [one, other] of pairs) {
          if (one === other) continue;
          const decision = await reserve(person(one), person(other));
          const pair = [one, other].sort().join('-');
          const full = [one, other].some((index) => (bound.get(String(index))?.size ?? 0) === size);
          // Nothing is ever confirmed here: whoever asks for a pair or a number in use has to wait for its first owner.
          if (decision.kind !== 'reserved') expect(full || joined.has(pair)).toBe(true);
          if (decision.kind !== 'reserved') continue;
          joined.add(pair);
          for (const [index, number] of [
            [one, decision.numbers.caller],
            [other, decision.numbers.callee],
          ] as const) {
            const numbers = bound.get(String(index)) ?? new Set();
            expect(numbers).not.toContain(number);
            bound.set(String(index), numbers.add(number));
          }
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
