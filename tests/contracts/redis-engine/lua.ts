import type { EngineUnderTest } from './engine-under-test';

/** Scripts: what they are given, what they see and what they return. */
export function describeLua(engine: EngineUnderTest): void {
  const { redis } = engine;
  const run = (script: string, keys: string[] = [], args: string[] = []) => redis().eval(script, keys, args);

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
      await redis().set('text', 'v');
      await expect(run(`return redis.call('HGET', KEYS[1], 'f')`, ['text'])).rejects.toThrow(/WRONGTYPE/);
      const caught = `local reply = redis.pcall('HGET', KEYS[1], 'f') return reply.err`;
      expect(await run(caught, ['text'])).toMatch(/^WRONGTYPE/);
      await expect(run(`return redis.error_reply('BUSYPAIR taken')`)).rejects.toThrow(/BUSYPAIR taken/);
      await expect(run(`this is not Lua`)).rejects.toThrow(/user_script:1: '=' expected near 'is'/);
      await expect(run(`return redis.call('SET', KEYS[1])`, ['k'])).rejects.toThrow(/[Ww]rong number of arg/);
    });

    it('is loaded once and then called by its digest, until the cache is flushed', async () => {
      const digest = await redis().scriptLoad(`return ARGV[1]`);
      expect(await redis().evalsha(digest, [], ['hello'])).toBe('hello');
      expect(await redis().scriptExists(digest)).toEqual([1]);
      await redis().scriptFlush();
      await expect(redis().evalsha(digest, [], ['hello'])).rejects.toThrow(/NOSCRIPT/);
    });

    it("falls back to EVAL with the client's own script object", async () => {
      const script = redis().createScript<string>(`return ARGV[1] .. '!'`);
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
}
