import type { EngineUnderTest } from './engine-under-test';

/** Text values and how long they live. */
export function describeStringsAndTtl(engine: EngineUnderTest): void {
  const { redis } = engine;

  describe('strings', () => {
    it('keeps text as it is, whatever it looks like', async () => {
      const values = ['15551234567', 'true', 'null', '{"a":1}', '', ' ', 'OK', '電話する ☎ 🇯🇵', 'a\r\nb\0c'];
      for (const [index, value] of values.entries()) await redis().set(`text:${index}`, value);
      expect(await redis().mget(...values.map((_, index) => `text:${index}`))).toEqual(values);
    });

    it('keeps a value of a megabyte', async () => {
      const value = '電'.repeat(350_000);
      await redis().set('big', value);
      expect(await redis().get('big')).toBe(value);
    });

    it('answers null for a key that does not exist', async () => {
      expect(await redis().get('missing')).toBeNull();
    });

    it('sets only when absent or only when present', async () => {
      expect(await redis().set('once', '1', { nx: true })).toBe('OK');
      expect(await redis().set('once', '2', { nx: true })).toBeNull();
      expect(await redis().set('never', '1', { xx: true })).toBeNull();
      expect(await redis().get('once')).toBe('1');
    });

    it('counts', async () => {
      expect(await redis().incr('count')).toBe(1);
      expect(await redis().incrby('count', 41)).toBe(42);
      expect(await redis().get('count')).toBe('42');
    });

    it('deletes and tells what exists', async () => {
      await redis().mset({ a: '1', b: '2' });
      expect(await redis().exists('a', 'b', 'c')).toBe(2);
      expect(await redis().del('a', 'c')).toBe(1);
      expect(await redis().exists('a')).toBe(0);
    });
  });

  describe('time to live', () => {
    it('is counted in milliseconds', async () => {
      await redis().set('key', 'v', { px: 60_000 });
      const left = await redis().pttl('key');
      expect(left).toBeGreaterThan(58_000);
      expect(left).toBeLessThanOrEqual(60_000);
    });

    it('is -1 without an end and -2 without a key', async () => {
      await redis().set('forever', 'v');
      expect([await redis().pttl('forever'), await redis().pttl('missing')]).toEqual([-1, -2]);
    });

    it('can be set later, relative and absolute', async () => {
      await redis().set('relative', 'v');
      await redis().set('absolute', 'v');
      expect(await redis().pexpire('relative', 5_000)).toBe(1);
      expect(await redis().pexpireat('absolute', Date.now() + 9_000)).toBe(1);
      expect(await redis().pttl('relative')).toBeGreaterThan(4_000);
      expect(await redis().pttl('absolute')).toBeGreaterThan(8_000);
      expect(await redis().pexpire('missing', 5_000)).toBe(0);
    });

    it('stays with KEEPTTL and goes with a plain SET', async () => {
      await redis().set('key', 'v', { px: 60_000 });
      await redis().set('key', 'w', { keepTtl: true });
      expect(await redis().pttl('key')).toBeGreaterThan(50_000);
      await redis().set('key', 'x');
      expect(await redis().pttl('key')).toBe(-1);
    });

    it('removes the key when it is over, or when its moment has passed already', async () => {
      await redis().set('short', 'v', { px: 30 });
      await redis().hset('past', { a: '1' });
      await redis().pexpireat('past', Date.now() - 1);
      expect(await redis().exists('past')).toBe(0);
      await new Promise((resolve) => setTimeout(resolve, 60));
      expect(await redis().get('short')).toBeNull();
    });
  });
}
