import { Redis } from '@upstash/redis';
import { type EngineChoice, startUpstash, type Upstash } from '../../simulator/upstash';

/** The client with the settings that the product uses. */
export function clientOf({ url, token }: Pick<Upstash, 'url' | 'token'>): Redis {
  return new Redis({
    url,
    token,
    automaticDeserialization: false,
    enableAutoPipelining: false,
    enableTelemetry: false,
    retry: { retries: 0 },
  });
}

/** What every engine behind the REST front must do, seen through the unmodified client of Upstash. */
export function describeRedisEngine(engine: Exclude<EngineChoice, 'auto'>): void {
  describe(`engine ${engine}`, () => {
    let upstash: Upstash;
    let redis: Redis;

    beforeAll(async () => {
      upstash = await startUpstash({ engine });
      redis = clientOf(upstash);
    });
    afterAll(() => upstash.close());
    beforeEach(() => redis.flushall());

    const run = (script: string, keys: string[] = [], args: string[] = []) => redis.eval(script, keys, args);

    it('is the engine that was asked for', () => {
      expect(upstash.engineName).toBe(engine);
    });

    describe('strings', () => {
      it('keeps text as it is, whatever it looks like', async () => {
        const values = [
          '15551234567',
          'true',
          'null',
          '{"a":1}',
          '',
          ' ',
          'OK',
          '電話する ☎ 🇯🇵',
          'a\r\nb\0c',
        ];
        for (const [index, value] of values.entries()) await redis.set(`text:${index}`, value);
        expect(await redis.mget(...values.map((_, index) => `text:${index}`))).toEqual(values);
      });

      it('keeps a value of a megabyte', async () => {
        const value = '電'.repeat(350_000);
        await redis.set('big', value);
        expect(await redis.get('big')).toBe(value);
      });

      it('answers null for a key that does not exist', async () => {
        expect(await redis.get('missing')).toBeNull();
      });

      it('sets only when absent or only when present', async () => {
        expect(await redis.set('once', '1', { nx: true })).toBe('OK');
        expect(await redis.set('once', '2', { nx: true })).toBeNull();
        expect(await redis.set('never', '1', { xx: true })).toBeNull();
        expect(await redis.get('once')).toBe('1');
      });

      it('counts', async () => {
        expect(await redis.incr('count')).toBe(1);
        expect(await redis.incrby('count', 41)).toBe(42);
        expect(await redis.get('count')).toBe('42');
      });

      it('deletes and tells what exists', async () => {
        await redis.mset({ a: '1', b: '2' });
        expect(await redis.exists('a', 'b', 'c')).toBe(2);
        expect(await redis.del('a', 'c')).toBe(1);
        expect(await redis.exists('a')).toBe(0);
      });
    });

    describe('time to live', () => {
      it('is counted in milliseconds', async () => {
        await redis.set('key', 'v', { px: 60_000 });
        const left = await redis.pttl('key');
        expect(left).toBeGreaterThan(58_000);
        expect(left).toBeLessThanOrEqual(60_000);
      });

      it('is -1 without an end and -2 without a key', async () => {
        await redis.set('forever', 'v');
        expect([await redis.pttl('forever'), await redis.pttl('missing')]).toEqual([-1, -2]);
      });

      it('can be set later, relative and absolute', async () => {
        await redis.set('relative', 'v');
        await redis.set('absolute', 'v');
        expect(await redis.pexpire('relative', 5_000)).toBe(1);
        expect(await redis.pexpireat('absolute', Date.now() + 9_000)).toBe(1);
        expect(await redis.pttl('relative')).toBeGreaterThan(4_000);
        expect(await redis.pttl('absolute')).toBeGreaterThan(8_000);
        expect(await redis.pexpire('missing', 5_000)).toBe(0);
      });

      it('stays with KEEPTTL and goes with a plain SET', async () => {
        await redis.set('key', 'v', { px: 60_000 });
        await redis.set('key', 'w', { keepTtl: true });
        expect(await redis.pttl('key')).toBeGreaterThan(50_000);
        await redis.set('key', 'x');
        expect(await redis.pttl('key')).toBe(-1);
      });

      it('removes the key when it is over, or when its moment has passed already', async () => {
        await redis.set('short', 'v', { px: 30 });
        await redis.hset('past', { a: '1' });
        await redis.pexpireat('past', Date.now() - 1);
        expect(await redis.exists('past')).toBe(0);
        await new Promise((resolve) => setTimeout(resolve, 60));
        expect(await redis.get('short')).toBeNull();
      });
    });

    describe('hashes', () => {
      it('answers HGETALL as a flat list', async () => {
        await redis.hset('hash', { from: '+815011112222', name: '山田' });
        expect(await redis.hgetall('hash')).toEqual(['from', '+815011112222', 'name', '山田']);
      });

      it('reads several fields at once, null where there is none', async () => {
        await redis.hset('hash', { a: '1', b: '2' });
        expect(await redis.exec(['HMGET', 'hash', 'b', 'x', 'a'])).toEqual(['2', null, '1']);
      });

      it('answers how many fields are new, counts and deletes them', async () => {
        expect(await redis.hset('hash', { a: '1', b: '2' })).toBe(2);
        expect(await redis.hset('hash', { a: '3' })).toBe(0);
        expect(await redis.hincrby('hash', 'a', 4)).toBe(7);
        expect(await redis.hdel('hash', 'a', 'x')).toBe(1);
        expect(await redis.hlen('hash')).toBe(1);
      });

      it('answers a hash that does not exist as nothing', async () => {
        expect(await redis.exec(['HGETALL', 'missing'])).toEqual([]);
      });
    });

    describe('sorted sets', () => {
      const add = () =>
        redis.zadd('set', { score: 30, member: 'c' }, { score: 10, member: 'a' }, { score: 20, member: 'b' });

      it('keeps members in the order of their scores', async () => {
        expect(await add()).toBe(3);
        expect(await redis.zrange('set', 0, -1)).toEqual(['a', 'b', 'c']);
        expect(await redis.zrange('set', 0, 0, { rev: true, withScores: true })).toEqual(['c', '30']);
        expect(await redis.zcard('set')).toBe(3);
      });

      it('ranges by score, both ways of asking', async () => {
        await add();
        expect(await redis.zrange('set', '(10', '+inf', { byScore: true })).toEqual(['b', 'c']);
        expect(await redis.exec(['ZRANGEBYSCORE', 'set', '-inf', '20', 'LIMIT', '1', '1'])).toEqual(['b']);
        expect(await redis.zcount('set', 10, 20)).toBe(2);
      });

      it('answers a score as text, also beyond 32 bits', async () => {
        await redis.zadd('set', { score: 1_793_365_200_123, member: 'later' });
        expect(await redis.zscore('set', 'later')).toBe('1793365200123');
        expect(await redis.zscore('set', 'missing')).toBeNull();
      });

      it('removes by member and by score', async () => {
        await add();
        expect(await redis.zrem('set', 'a', 'x')).toBe(1);
        expect(await redis.zremrangebyscore('set', '-inf', 20)).toBe(1);
        expect(await redis.zrange('set', 0, -1)).toEqual(['c']);
      });

      it('updates only upwards with GT, adds only with NX', async () => {
        await add();
        await redis.zadd('set', { gt: true }, { score: 5, member: 'a' });
        await redis.zadd('set', { nx: true }, { score: 5, member: 'b' });
        expect(await redis.exec(['ZRANGE', 'set', '0', '-1', 'WITHSCORES'])).toEqual([
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
      await redis.sadd('set', 'a', 'b');
      await redis.rpush('list', 'x', 'y', 'z');
      await redis.ltrim('list', -2, -1);
      expect(await redis.sismember('set', 'b')).toBe(1);
      expect(await redis.scard('set')).toBe(2);
      expect(await redis.lrange('list', 0, -1)).toEqual(['y', 'z']);
    });

    it('walks over all keys with SCAN', async () => {
      for (let index = 0; index < 30; index += 1) await redis.set(`walk:${index}`, '1');
      const found = new Set<string>();
      let cursor = '0';
      do {
        const [next, keys] = await redis.scan(cursor, { match: 'walk:*', count: 10 });
        for (const key of keys) found.add(key);
        cursor = String(next);
      } while (cursor !== '0');
      expect(found.size).toBe(30);
    });

    describe('Lua', () => {
      it('passes keys and arguments as text and returns every shape', async () => {
        const script = `return {KEYS[1], ARGV[1], #ARGV, 3.9, false, true, {'nested', {'deeper'}}, 'after'}`;
        expect(await run(script, ['k'], ['電話', '2'])).toEqual([
          'k',
          '電話',
          2,
          3,
          null,
          1,
          ['nested', ['deeper']],
          'after',
        ]);
      });

      it('ends a list at the first nil', async () => {
        expect(await run(`return {'a', nil, 'b'}`)).toEqual(['a']);
      });

      it('sees what commands answer: false for nothing, a table for a list, ok for a status', async () => {
        const script = `
          local set = redis.call('SET', KEYS[1], 'v', 'PX', 60000)
          redis.call('HSET', KEYS[2], 'a', '1', 'b', '2')
          local all = redis.call('HGETALL', KEYS[2])
          local some = redis.call('HMGET', KEYS[2], 'b', 'x')
          return {set.ok, redis.call('GET', 'missing') == false and 1 or 0, #all, some[1], some[2] == false and 1 or 0,
            redis.call('PTTL', KEYS[1]) > 50000 and 1 or 0}`;
        expect(await run(script, ['s', 'h'])).toEqual(['OK', 1, 4, '2', 1, 1]);
      });

      it('encodes and decodes JSON', async () => {
        const script = `
          local value = cjson.decode(ARGV[1])
          value.count = value.count + 1
          value.list[#value.list + 1] = 'new'
          return {cjson.encode(value.list), tostring(value.count), value.name, value.none == cjson.null and 1 or 0}`;
        const value = JSON.stringify({ count: 41, list: ['a'], name: '山田', none: null });
        expect(await run(script, [], [value])).toEqual(['["a","new"]', '42', '山田', 1]);
      });

      it('keeps 13-digit times exact', async () => {
        const script = `local later = tonumber(ARGV[1]) + 3600000
          redis.call('ZADD', KEYS[1], later, 'm')
          redis.call('SET', KEYS[2], string.format('%.0f', later))
          redis.call('PEXPIREAT', KEYS[2], later)
          return {redis.call('ZSCORE', KEYS[1], 'm'), redis.call('GET', KEYS[2]), cjson.encode({at = later})}`;
        const now = 4_102_444_800_123;
        const later = now + 3_600_000;
        expect(await run(script, ['z', 's'], [String(now)])).toEqual([
          String(later),
          String(later),
          expect.any(String),
        ]);
      });

      it('tells the time and hashes', async () => {
        const [seconds, digest] = (await run(`return {redis.call('TIME')[1], redis.sha1hex('a')}`)) as [
          string,
          string,
        ];
        expect(Math.abs(Number(seconds) - Date.now() / 1000)).toBeLessThan(5);
        expect(digest).toBe('86f7e437faa5a7fce15d1ddcb9eaeaea377667b8');
      });

      it('hands an error of a command to the client, and to the script with pcall', async () => {
        await redis.set('text', 'v');
        await expect(run(`return redis.call('HGET', KEYS[1], 'f')`, ['text'])).rejects.toThrow(/WRONGTYPE/);
        const caught = `local reply = redis.pcall('HGET', KEYS[1], 'f') return reply.err`;
        expect(await run(caught, ['text'])).toMatch(/^WRONGTYPE/);
        await expect(run(`return redis.error_reply('BUSYPAIR taken')`)).rejects.toThrow(/BUSYPAIR taken/);
        await expect(run(`this is not Lua`)).rejects.toThrow(/user_script:1: '=' expected near 'is'/);
        await expect(run(`return redis.call('SET', KEYS[1])`, ['k'])).rejects.toThrow(
          /[Ww]rong number of arg/,
        );
      });

      it('is loaded once and then called by its digest, until the cache is flushed', async () => {
        const digest = await redis.scriptLoad(`return ARGV[1]`);
        expect(await redis.evalsha(digest, [], ['hello'])).toBe('hello');
        expect(await redis.scriptExists(digest)).toEqual([1]);
        await redis.scriptFlush();
        await expect(redis.evalsha(digest, [], ['hello'])).rejects.toThrow(/NOSCRIPT/);
      });

      it("falls back to EVAL with the client's own script object", async () => {
        const script = redis.createScript<string>(`return ARGV[1] .. '!'`);
        expect(await script.exec([], ['first'])).toBe('first!');
        expect(await script.exec([], ['second'])).toBe('second!');
      });

      it('is atomic under concurrency', async () => {
        const script = `local n = tonumber(redis.call('GET', KEYS[1]) or '0')
          if n >= 5 then return -1 end
          redis.call('SET', KEYS[1], n + 1)
          return n + 1`;
        const results = await Promise.all(Array.from({ length: 20 }, () => run(script, ['slots'])));
        expect(results.filter((result) => result !== -1).sort()).toEqual([1, 2, 3, 4, 5]);
      });
    });

    describe('batches', () => {
      it('answers a pipeline item by item, errors too', async () => {
        const replies = await redis
          .pipeline()
          .set('a', '1')
          .hget('a', 'f')
          .get('a')
          .exec({ keepErrors: true });
        expect(replies.map(({ result }) => result)).toEqual(['OK', undefined, '1']);
        expect(replies[1]?.error).toMatch(/^WRONGTYPE/);
      });

      it('carries out a transaction although one command fails in it', async () => {
        const replies = await redis.multi().set('a', '1').hget('a', 'f').incr('a').exec({ keepErrors: true });
        expect(replies.map(({ result }) => result)).toEqual(['OK', undefined, 2]);
        expect(replies[1]?.error).toMatch(/^WRONGTYPE/);
      });

      it('discards a transaction with a command that cannot be queued', async () => {
        const broken = fetch(`${upstash.url}/multi-exec`, {
          method: 'POST',
          headers: { authorization: `Bearer ${upstash.token}` },
          body: JSON.stringify([
            ['SET', 'a', '1'],
            ['SET', 'b'],
          ]),
        });
        const answer = await broken;
        expect([answer.status, await answer.json()]).toEqual([
          400,
          { error: expect.stringMatching(/^EXECABORT/) },
        ]);
        expect(await redis.exists('a')).toBe(0);
      });

      it('lets no other request between the commands of a transaction', async () => {
        const transactions = Array.from({ length: 20 }, () =>
          redis.multi().incr('n').get('n').exec<[number, string]>(),
        );
        const singles = Array.from({ length: 20 }, () => redis.incr('n'));
        const [pairs] = await Promise.all([Promise.all(transactions), Promise.all(singles)]);
        expect(pairs.every(([count, text]) => String(count) === text)).toBe(true);
        expect(await redis.get('n')).toBe('40');
      });
    });

    describe('errors', () => {
      it.each([
        ['unknown command', ['NOSUCH', 'a'], /unknown command/],
        ['wrong number of arguments', ['GET'], /wrong number of arguments/],
        ['not an integer', ['INCRBY', 'n', 'x'], /not an integer/],
        ['a syntax error', ['SET', 'a', '1', 'PX'], /syntax error/],
      ])('refuses %s', async (_, command, message) => {
        await expect(redis.exec(command as [string, ...string[]])).rejects.toThrow(message);
      });

      it('refuses an operation on another type', async () => {
        await redis.set('text', 'v');
        await expect(redis.incr('text')).rejects.toThrow(/not an integer/);
        await expect(redis.zcard('text')).rejects.toThrow(/WRONGTYPE/);
      });
    });
  });
}
