import type { Redis } from '@upstash/redis';
import { startUpstash, type Upstash } from '../../../simulator/upstash';
import { Faults } from '../../../simulator/upstash/faults';
import { clientOf } from '../../contracts/redis-engine/engine-under-test';

describe('injected faults', () => {
  let upstash: Upstash;
  let redis: Redis;

  beforeAll(async () => {
    upstash = await startUpstash({ engine: 'embedded' });
    redis = clientOf(upstash);
  });
  afterAll(() => upstash.close());
  beforeEach(async () => {
    upstash.faults.clear();
    await redis.flushall();
    upstash.requests.clear();
  });

  it('reset-before closes the connection and does nothing', async () => {
    upstash.faults.add({ effect: 'reset-before', match: { command: 'INCR' }, times: 1 });
    await expect(redis.incr('n')).rejects.toThrow('fetch failed');
    expect(await redis.get('n')).toBeNull();
    expect(upstash.requests.entries()[0]).toMatchObject({ commands: ['incr'], status: 0 });
  });

  it('reset-after loses the answer of what was done', async () => {
    upstash.faults.add({ effect: 'reset-after', match: { command: 'incr' }, times: 1 });
    await expect(redis.incr('n')).rejects.toThrow('fetch failed');
    expect(await redis.get('n')).toBe('1');
  });

  it('hang never answers and does nothing', async () => {
    upstash.faults.add({ effect: 'hang' });
    const signal = AbortSignal.timeout(50);
    const request = fetch(`${upstash.url}/incr/n`, {
      headers: { authorization: `Bearer ${upstash.token}` },
      signal,
    });
    await expect(request).rejects.toThrow(/timeout/);
    upstash.faults.clear();
    expect(await redis.get('n')).toBeNull();
  });

  it('malformed answers half of the JSON', async () => {
    upstash.faults.add({ effect: 'malformed', times: 1 });
    await expect(redis.set('a', '1')).rejects.toThrow(/Unable to parse response body/);
    expect(await redis.get('a')).toBe('1');
  });

  it('delay answers late', async () => {
    upstash.faults.add({ effect: 'delay', ms: 60, times: 1 });
    await redis.ping();
    expect(upstash.requests.entries()[0]?.ms).toBeGreaterThanOrEqual(59);
  });

  it('error answers the status and the body of the rule', async () => {
    upstash.faults.add({
      effect: 'error',
      status: 429,
      body: '{"error":"ERR max daily request limit exceeded"}',
      times: 1,
    });
    await expect(redis.ping()).rejects.toThrow(/max daily request limit/);
    upstash.faults.add({ effect: 'error', times: 1 });
    await expect(redis.ping()).rejects.toThrow(/injected fault/);
    expect(upstash.requests.entries().map(({ status }) => status)).toEqual([429, 500]);
  });

  it('error says when to ask again, where the rule does', async () => {
    const ping = () =>
      fetch(upstash.url, {
        method: 'POST',
        headers: { authorization: `Bearer ${upstash.token}` },
        body: '["PING"]',
      });
    upstash.faults.add({ effect: 'error', status: 429, retryAfterSeconds: 30, times: 1 });
    expect((await ping()).headers.get('retry-after')).toBe('30');
    expect((await ping()).headers.get('retry-after')).toBeNull();
  });

  it.each([
    ['readonly', /^READONLY/],
    ['oom', /^OOM/],
  ] as const)('%s refuses as Redis does, on one command and in batches', async (effect, message) => {
    upstash.faults.add({ effect });
    await expect(redis.set('a', '1')).rejects.toThrow(message);
    const replies = await redis.pipeline().set('a', '1').set('b', '1').exec({ keepErrors: true });
    expect(replies.every(({ error }) => message.test(error ?? ''))).toBe(true);
    await expect(redis.multi().set('a', '1').exec()).rejects.toThrow(message);
    upstash.faults.clear();
    expect(await redis.exists('a', 'b')).toBe(0);
  });
});

describe('rules', () => {
  it('strike as often as they say', () => {
    const faults = new Faults();
    faults.add({ effect: 'hang', times: 2 });
    const struck = Array.from({ length: 4 }, () => faults.take('/', ['get'])?.effect);
    expect(struck).toEqual(['hang', 'hang', undefined, undefined]);
    expect(faults.list()).toEqual([]);
  });

  it('strike only what they match, in the order in which they were added', () => {
    const faults = new Faults();
    faults.add({ effect: 'hang', match: { command: 'EVALSHA', path: '/pipeline' } });
    faults.add({ effect: 'oom', match: { command: 'evalsha' } });
    expect(faults.take('/pipeline', ['get', 'evalsha'])?.effect).toBe('hang');
    expect(faults.take('/', ['evalsha'])?.effect).toBe('oom');
    expect(faults.take('/', ['get'])).toBeUndefined();
  });

  it('strike with their probability', () => {
    const rolls = [0.2, 0.29, 0.3, 0.9];
    const faults = new Faults(() => rolls.shift() ?? 1);
    faults.add({ effect: 'hang', probability: 0.3 });
    expect(Array.from({ length: 4 }, () => faults.take('/', [])?.effect)).toEqual([
      'hang',
      'hang',
      undefined,
      undefined,
    ]);
  });

  it('leave the given object as it is', () => {
    const faults = new Faults();
    const rule = { effect: 'hang', times: 1 } as const;
    faults.add(rule);
    faults.take('/', []);
    expect(rule.times).toBe(1);
  });
});
