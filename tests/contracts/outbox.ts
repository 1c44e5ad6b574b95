import type { Upstash } from '../../simulator/upstash';
import type { BatchResult, EventBatch } from '../../src/masking/events';
import { commonArguments } from '../../src/store/common-arguments';
import { library } from '../../src/store/lua/library';
import { RedisOutbox } from '../../src/store/redis-outbox';
import { script } from '../../src/store/script-runner';
import { done } from '../../src/store/scripts';
import { type StoreUnderTest, storeIn } from '../support/store';
import { command } from './interaction-store/fixture';

const emitting = script(
  `${library} for _ = 1, a.times do emit(a.subject, 'user.paused', { userId = a.userId }) end
   return cjson.encode({ kind = 'done' })`,
  done,
);

class Fixture {
  readonly outbox: RedisOutbox;
  constructor(readonly store: StoreUnderTest) {
    this.outbox = new RedisOutbox(store.runner, store.settings, store.now);
  }

  emit(subject: string, userId: string, times = 1) {
    const args = { ...commonArguments(this.store.settings, this.store.now), subject, userId, times };
    return this.store.runner.run(emitting, args, this.store.deadline());
  }

  claim(subjects = 10) {
    return this.outbox.claim(subjects, this.store.deadline());
  }

  settle(batch: EventBatch | undefined, delivered: number, failed = false) {
    if (batch === undefined) throw new Error('nothing was claimed');
    const numbers = batch.events.slice(0, delivered).map(({ number }) => number);
    const result: BatchResult = {
      subject: batch.subject,
      leaseMs: batch.leaseMs,
      delivered: numbers,
      failed,
    };
    return this.outbox.settle([result], this.store.deadline());
  }

  status() {
    return this.outbox.status(this.store.deadline());
  }

  keys() {
    return command(this.store, 'keys', `${this.store.settings.prefix}*`) as Promise<string[]>;
  }
}

const usersOf = (batch: EventBatch | undefined) => batch?.events.map(({ event }) => event.data.userId);
const LEASE_MS = 30_000;

/** What every outbox must do, whatever engine is below. */
export function outboxContract(engine: () => Upstash): void {
  const fresh = async (announcesEvents = true) => {
    const start = Date.now();
    return new Fixture(await storeIn(engine(), { settings: { announcesEvents }, clock: () => start }));
  };

  it('hands out the events of a subject in their order, and forgets them once they are delivered', async () => {
    const one = await fresh();
    for (const user of ['first', 'second', 'third']) await one.emit('s', user);
    const [batch] = await one.claim();
    expect(usersOf(batch)).toEqual(['first', 'second', 'third']);
    await one.settle(batch, 3);
    one.store.pass(LEASE_MS);
    expect(await one.claim()).toEqual([]);
    expect(await one.status()).toMatchObject({ kept: 3, waiting: 0, subjects: 0, delivered: 3, lost: 0 });
  });

  it('writes nothing where nobody receives', async () => {
    const one = await fresh(false);
    const before = await one.keys();
    await one.emit('s', 'nobody');
    expect(await one.keys()).toEqual(before);
  });

  it('gives each event an id of its own, the same whenever it is claimed', async () => {
    const one = await fresh();
    await one.emit('s', 'a', 2);
    const ids = async () => (await one.claim())[0]?.events.map(({ event }) => event.id) ?? [];
    const first = await ids();
    expect(new Set(first).size).toBe(2);
    one.store.pass(LEASE_MS);
    expect(await ids()).toEqual(first);
  });

  it('gives a subject to one drain at a time, however many ask at once', async () => {
    const one = await fresh();
    await one.emit('s', 'a', 3);
    await one.emit('t', 'b');
    const claims = await Promise.all(Array.from({ length: 8 }, () => one.claim(1)));
    expect(
      claims
        .flat()
        .map(({ subject }) => subject)
        .sort(),
    ).toEqual(['s', 't']);
  });

  it('hands the same events out again when a drain died', async () => {
    const one = await fresh();
    await one.emit('s', 'a');
    const [first] = await one.claim();
    expect(await one.claim()).toEqual([]);
    one.store.pass(LEASE_MS);
    const [second] = await one.claim();
    expect(second?.events).toEqual(first?.events);
  });

  it('keeps what came while others were delivered, behind what is left of them', async () => {
    const one = await fresh();
    for (const user of ['a', 'b']) await one.emit('s', user);
    const [batch] = await one.claim();
    await one.emit('s', 'c');
    expect(await one.claim()).toEqual([]);
    await one.settle(batch, 1);
    expect(usersOf((await one.claim())[0])).toEqual(['b', 'c']);
  });

  it('waits longer after each failure of a subject, and delays no other', async () => {
    const one = await fresh();
    await one.emit('s', 'a');
    for (const waitMs of [5_000, 20_000, 80_000, 320_000, 1_280_000, 3_600_000, 3_600_000]) {
      const [batch] = await one.claim();
      await one.settle(batch, 0, true);
      one.store.pass(waitMs - 1);
      expect(await one.claim()).toEqual([]);
      one.store.pass(1);
    }
    await one.emit('t', 'b');
    expect((await one.claim()).map(({ subject }) => subject).sort()).toEqual(['s', 't']);
  });

  it('begins with a short wait again after a success', async () => {
    const one = await fresh();
    await one.emit('s', 'a', 3);
    await one.settle((await one.claim())[0], 0, true);
    one.store.pass(5_000);
    await one.settle((await one.claim())[0], 1);
    await one.settle((await one.claim())[0], 0, true);
    one.store.pass(5_000);
    expect(await one.claim()).toHaveLength(1);
  });

  it('begins with a short wait again also when another event failed behind the one that was taken', async () => {
    const one = await fresh();
    await one.emit('s', 'a', 4);
    for (let turn = 0; turn < 3; turn += 1) {
      await one.settle((await one.claim())[0], 1, true);
      one.store.pass(5_000);
    }
    expect(await one.claim()).toHaveLength(1);
  });

  it('lets a drain whose lease is over write down what it delivered, and nothing else', async () => {
    const one = await fresh();
    await one.emit('s', 'a', 2);
    const [late] = await one.claim();
    one.store.pass(LEASE_MS);
    const [current] = await one.claim();
    await one.settle(late, 1, true);
    await one.settle(late, 1, true);
    one.store.pass(LEASE_MS - 1);
    expect(await one.claim()).toEqual([]);
    await one.settle(current, 2);
    expect(await one.status()).toMatchObject({ waiting: 0, delivered: 2 });
  });

  it('keeps the latest ten thousand, and counts what went undelivered as lost', async () => {
    const one = await fresh();
    await one.emit('s', 'a', 2);
    await one.settle((await one.claim())[0], 1);
    await command(one.store, 'hset', `${one.store.settings.prefix}events:counts`, 'last', '9999');
    await one.emit('t', 'b');
    expect(await one.status()).toMatchObject({ kept: 3, waiting: 2, lost: 0 });
    await one.emit('t', 'c', 2);
    expect(await one.status()).toMatchObject({ kept: 3, waiting: 3, subjects: 1, lost: 1 });
  });

  it('drops what nobody took for a week', async () => {
    const one = await fresh();
    await one.emit('s', 'old');
    one.store.pass(7 * 86_400_000 + 1);
    await one.emit('t', 'new');
    expect(await one.status()).toMatchObject({ kept: 1, waiting: 1, subjects: 1, lost: 1 });
    expect((await one.claim()).map(({ subject }) => subject)).toEqual(['t']);
  });

  it('lists its log in pages, and delivers again what is asked for, in the order in which it happened', async () => {
    const one = await fresh();
    for (const user of ['a', 'b', 'c', 'd']) await one.emit('s', user);
    await one.settle((await one.claim())[0], 3);
    const page = (after: number) => one.outbox.page(after, one.store.deadline());
    expect((await page(0)).map(({ event, waits }) => [event.data.userId, waits])).toEqual([
      ['a', false],
      ['b', false],
      ['c', false],
      ['d', true],
    ]);
    const [, second, third, fourth] = (await page(0)).map(({ number }) => number);
    expect(await page(third ?? 0)).toHaveLength(1);
    const asked = [third, second, fourth, 9_999].map(Number);
    expect(await one.outbox.replay(asked, one.store.deadline())).toBe(2);
    expect(usersOf((await one.claim())[0])).toEqual(['b', 'c', 'd']);
  });
}
