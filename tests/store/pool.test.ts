import type { Upstash } from '../../simulator/upstash';
import { RedisPoolStatus } from '../../src/store/redis-pool-status';
import { onBothEngines } from '../support/engines';
import { inPool, poolOf } from '../support/people';
import { storeIn } from '../support/store';

onBothEngines('the pool', (engine: () => Upstash) => {
  const fresh = async () => {
    const store = await storeIn(engine(), { numbers: 0, settings: { switchboard: 'voice' } });
    const save = (size: number, dryRun = false) =>
      store.pool.save(poolOf(size).map(inPool), { dryRun }, store.deadline());
    const status = () => new RedisPoolStatus(store.runner, store.settings, store.now).numbers();
    return { ...store, save, status };
  };

  it('takes numbers in and out, counts what changes, and changes nothing in a dry run', async () => {
    const store = await fresh();
    expect(await store.save(3, true)).toEqual({ added: 3, removed: 0 });
    expect(await store.status()).toEqual([]);
    expect(await store.save(3)).toEqual({ added: 3, removed: 0 });
    expect(await store.save(3)).toEqual({ added: 0, removed: 0 });
    expect(await store.save(1, true)).toEqual({ added: 0, removed: 2 });
    expect(await store.save(1)).toEqual({ added: 0, removed: 2 });
    expect(await store.save(1)).toEqual({ added: 0, removed: 0 });
  });

  it('keeps a number on record while it drains, and forgets it when its sessions are over and cooled off', async () => {
    const store = await fresh();
    await store.save(1);
    await store.save(0);
    const { sessionTtlSeconds, coolOffSeconds } = store.settings;
    store.pass((sessionTtlSeconds + coolOffSeconds) * 1000 - 1_000);
    await store.save(0);
    expect(await store.status()).toMatchObject([{ drainingSinceMs: expect.any(Number) }]);
    store.pass(2_000);
    await store.save(0);
    expect(await store.status()).toEqual([]);
  });

  it('takes a draining number in again', async () => {
    const store = await fresh();
    await store.save(2);
    await store.save(1);
    expect(await store.save(2)).toEqual({ added: 1, removed: 0 });
    expect((await store.status()).filter(({ drainingSinceMs }) => drainingSinceMs !== undefined)).toEqual([]);
  });

  it('follows a number into another country', async () => {
    const store = await fresh();
    const [number] = poolOf(1).map(inPool);
    if (number === undefined) throw new Error('no number');
    await store.save(1);
    const moved = { ...number, country: 'US' as typeof number.country };
    await store.pool.save([moved], { dryRun: false }, store.deadline());
    expect(await store.pool.size(number.country, store.deadline())).toBe(0);
    expect(await store.pool.size(moved.country, store.deadline())).toBe(1);
  });

  it('gives a number to one switchboard only, the last one that named it', async () => {
    const store = await fresh();
    await store.save(2);
    const proxy = await storeIn(engine(), {
      numbers: 1,
      settings: { ...store.settings, switchboard: 'proxy' },
    });
    const [number] = poolOf(1).map(inPool);
    expect(await proxy.pool.size(number?.country ?? ('' as never), proxy.deadline())).toBe(1);
    expect(await store.pool.size(number?.country ?? ('' as never), store.deadline())).toBe(1);
  });
});
