import type { Upstash } from '../../simulator/upstash';
import type { SessionId } from '../../src/masking/session';
import { type Erased, erasedTogether, RedisMaintenance, type Seen } from '../../src/store/redis-maintenance';
import type { StoreSettings } from '../../src/store/settings';
import { pairOf, person } from '../support/people';
import { newId, newSid, type StoreUnderTest, storeIn } from '../support/store';

const [alice, bob] = [person(1), person(2)] as const;

/** A store with its maintenance. */
export interface Fixture extends StoreUnderTest {
  readonly maintenance: RedisMaintenance;
}

export async function fixtureIn(upstash: Upstash, settings: Partial<StoreSettings> = {}): Promise<Fixture> {
  const store = await storeIn(upstash, { numbers: 12, settings });
  return { ...store, maintenance: new RedisMaintenance(store.runner, store.settings, store.now) };
}

/** What the comparison says of one session. */
export async function kindOf({ maintenance, now }: Fixture, seen: Seen, apply = false) {
  const [finding] = await maintenance.compare([seen], { startedMs: now(), apply });
  return finding?.kind;
}

export async function reserve(store: StoreUnderTest, caller = alice, callee = bob): Promise<SessionId> {
  const sessionId = newId();
  await store.sessions.reserve({ pair: pairOf(caller, callee), sessionId }, store.deadline());
  return sessionId;
}

export async function open(store: StoreUnderTest, caller = alice, callee = bob) {
  const sessionId = newId();
  const decision = await store.sessions.reserve(
    { pair: pairOf(caller, callee), sessionId },
    store.deadline(),
  );
  if (decision.kind !== 'reserved') throw new Error(decision.kind);
  const sid = newSid();
  await store.sessions.confirm({ sessionId, sid, numbers: decision.numbers, closed: [] }, store.deadline());
  return { sessionId, sid };
}

export async function all<T>(pages: AsyncIterable<readonly T[]>): Promise<T[]> {
  const found: T[] = [];
  for await (const page of pages) found.push(...page);
  return found;
}

export async function total(steps: AsyncIterable<Erased>): Promise<Erased> {
  const found: Erased[] = [];
  for await (const step of steps) found.push(step);
  return erasedTogether(found);
}
