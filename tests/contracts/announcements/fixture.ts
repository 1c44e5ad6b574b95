import type { Upstash } from '../../../simulator/upstash';
import { RedisOutbox } from '../../../src/store/redis-outbox';
import type { StoreSettings } from '../../../src/store/settings';
import { undescribedIn } from '../../support/event-schema';
import { type StoreUnderTest, storeIn } from '../../support/store';
import { alice, bob } from '../interaction-store/fixture';

/** The two of most sessions here. */
export const users = { userId: alice.userId, peerId: bob.userId };
/** The instant at which every store here begins. */
export const start = Math.ceil(Date.now() / 1_000) * 1_000;

/** A store that tells. */
export function telling(engine: () => Upstash, settings: Partial<StoreSettings> = {}, numbers = 10) {
  return storeIn(engine(), { settings: { announcesEvents: true, ...settings }, clock: () => start, numbers });
}

export function outboxOf(store: StoreUnderTest): RedisOutbox {
  return new RedisOutbox(store.runner, store.settings, store.now);
}

/** Everything in the log, as type and data, the oldest first; each as published. */
export async function told(store: StoreUnderTest) {
  const events = await outboxOf(store).page(0, store.deadline());
  expect(events.flatMap(({ event }) => undescribedIn(event))).toEqual([]);
  return events.map(({ event: { type, data } }) => [type, data]);
}

export async function typesOf(store: StoreUnderTest) {
  return (await told(store)).map(([type]) => type);
}

export function drain(store: StoreUnderTest) {
  return outboxOf(store).claim(10, store.deadline());
}
