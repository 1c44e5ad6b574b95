import type { EngineUnderTest } from './engine-under-test';

/** Hashes, sorted sets, sets and lists. */
export function describeCollections(engine: EngineUnderTest): void {
  const { redis } = engine;

  describe('hashes', () => {
    it('answers HGETALL as a flat list', async () => {
      await redis().hset('hash', { from: '+815011112222', name: '山田' });
      expect(await redis().hgetall('hash')).toEqual(['from', '+815011112222', 'name', '山田']);
    });

    it('reads several fields at once, null where there is none', async () => {
      await redis().hset('hash', { a: '1', b: '2' });
      expect(await redis().exec(['HMGET', 'hash', 'b', 'x', 'a'])).toEqual(['2', null, '1']);
    });

    it('answers how many fields are new, counts and deletes them', async () => {
      expect(await redis().hset('hash', { a: '1', b: '2' })).toBe(2);
      expect(await redis().hset('hash', { a: '3' })).toBe(0);
      expect(await redis().hincrby('hash', 'a', 4)).toBe(7);
      expect(await redis().hdel('hash', 'a', 'x')).toBe(1);
      expect(await redis().hlen('hash')).toBe(1);
    });

    it('answers a hash that does not exist as nothing', async () => {
      expect(await redis().exec(['HGETALL', 'missing'])).toEqual([]);
    });
  });

  describe('sorted sets', () => {
    const add = () =>
      redis().zadd('set', { score: 30, member: 'c' }, { score: 10, member: 'a' }, { score: 20, member: 'b' });

    it('keeps members in the order of their scores', async () => {
      expect(await add()).toBe(3);
      expect(await redis().zrange('set', 0, -1)).toEqual(['a', 'b', 'c']);
      expect(await redis().zrange('set', 0, 0, { rev: true, withScores: true })).toEqual(['c', '30']);
      expect(await redis().zcard('set')).toBe(3);
    });

    it('ranges by score, both ways of asking', async () => {
      await add();
      expect(await redis().zrange('set', '(10', '+inf', { byScore: true })).toEqual(['b', 'c']);
      expect(await redis().exec(['ZRANGEBYSCORE', 'set', '-inf', '20', 'LIMIT', '1', '1'])).toEqual(['b']);
      expect(await redis().zcount('set', 10, 20)).toBe(2);
    });

    it('answers a score as text, also beyond 32 bits', async () => {
      await redis().zadd('set', { score: 1_793_365_200_123, member: 'later' });
      expect(await redis().zscore('set', 'later')).toBe('1793365200123');
      expect(await redis().zscore('set', 'missing')).toBeNull();
    });

    it('lowers a score with LT, and adds who is not there yet', async () => {
      await add();
      await redis().exec(['ZADD', 'set', 'LT', '5', 'b', '99', 'c', '7', 'd']);
      const found = await redis().exec(['ZRANGE', 'set', '0', '-1', 'WITHSCORES']);
      expect(found).toEqual(['b', '5', 'd', '7', 'a', '10', 'c', '30']);
    });

    it('removes by member and by score', async () => {
      await add();
      expect(await redis().zrem('set', 'a', 'x')).toBe(1);
      expect(await redis().zremrangebyscore('set', '-inf', 20)).toBe(1);
      expect(await redis().zrange('set', 0, -1)).toEqual(['c']);
    });

    it('updates only upwards with GT, adds only with NX', async () => {
      await add();
      await redis().zadd('set', { gt: true }, { score: 5, member: 'a' });
      await redis().zadd('set', { nx: true }, { score: 5, member: 'b' });
      expect(await redis().exec(['ZRANGE', 'set', '0', '-1', 'WITHSCORES'])).toEqual([
        'a',
        '10',
        'b',
        '20',
        'c',
        '30',
      ]);
    });
  });

  it('keeps sets and lists', async () => {
    await redis().sadd('set', 'a', 'b');
    await redis().rpush('list', 'x', 'y', 'z');
    await redis().ltrim('list', -2, -1);
    expect(await redis().sismember('set', 'b')).toBe(1);
    expect(await redis().scard('set')).toBe(2);
    expect(await redis().lrange('list', 0, -1)).toEqual(['y', 'z']);
  });

  it('walks over all keys with SCAN', async () => {
    for (let index = 0; index < 30; index += 1) await redis().set(`walk:${index}`, '1');
    const found = new Set<string>();
    let cursor = '0';
    do {
      const [next, keys] = await redis().scan(cursor, { match: 'walk:*', count: 10 });
      for (const key of keys) found.add(key);
      cursor = String(next);
    } while (cursor !== '0');
    expect(found.size).toBe(30);
  });
}
