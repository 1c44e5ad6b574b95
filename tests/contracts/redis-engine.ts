import type { Redis } from '@upstash/redis';
import { type EngineChoice, startUpstash, type Upstash } from '../../simulator/upstash';
import { describeBatchesAndErrors } from './redis-engine/batches-and-errors';
import { describeCollections } from './redis-engine/collections';
import { clientOf, type EngineUnderTest } from './redis-engine/engine-under-test';
import { describeLua } from './redis-engine/lua';
import { describeStringsAndTtl } from './redis-engine/strings-and-ttl';

/** What every engine behind the REST front must do, seen through the unmodified client of Upstash. */
export function describeRedisEngine(choice: Exclude<EngineChoice, 'auto'>): void {
  describe(`engine ${choice}`, () => {
    let upstash: Upstash;
    let redis: Redis;
    const engine: EngineUnderTest = { upstash: () => upstash, redis: () => redis };

    beforeAll(async () => {
      upstash = await startUpstash({ engine: choice });
      redis = clientOf(upstash);
    });
    afterAll(() => upstash.close());
    beforeEach(() => redis.flushall());

    it('is the engine that was asked for', () => {
      expect(upstash.engineName).toBe(choice);
    });

    describeStringsAndTtl(engine);
    describeCollections(engine);
    describeLua(engine);
    describeBatchesAndErrors(engine);
  });
}
