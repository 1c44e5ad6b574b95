import type { SwitchboardSid } from '../../../src/masking/session';
import { pairOf, person } from '../../support/people';
import { newId, newSid, type StoreUnderTest } from '../../support/store';

export const [alice, bob, carol] = [person(1), person(2), person(3)] as const;
/** A fresh interaction id. */
export const nextId = (() => {
  let last = 0;
  return () => `KI${String(++last).padStart(32, '0')}`;
})();

/** A live session. */
export async function open(store: StoreUnderTest, caller = alice, callee = bob) {
  const sessionId = newId();
  const decision = await store.sessions.reserve(
    { pair: pairOf(caller, callee), sessionId },
    store.deadline(),
  );
  if (decision.kind !== 'reserved') throw new Error(`expected a reservation, got ${decision.kind}`);
  const { numbers } = decision;
  const sid = newSid();
  await store.sessions.confirm({ sessionId, sid, numbers, closed: [] }, store.deadline());
  return { sessionId, sid, numbers };
}

/** One command, past the store. */
export async function command(store: StoreUnderTest, ...parts: string[]): Promise<unknown> {
  const headers = { authorization: `Bearer ${store.upstash.token}` };
  const answer = await fetch(store.upstash.url, { method: 'POST', headers, body: JSON.stringify(parts) });
  return ((await answer.json()) as { result: unknown }).result;
}

/** What the call log holds of an interaction; empty where it has no entry. */
export async function logEntry(
  store: StoreUnderTest,
  interactionId: string,
): Promise<Record<string, string>> {
  const flat = (await command(store, 'hgetall', `${store.settings.prefix}call:${interactionId}`)) as string[];
  return Object.fromEntries(
    flat.flatMap((name, index) => (index % 2 ? [] : [[name, flat[index + 1] ?? '']])),
  );
}

/** Asks whether a call may go through. */
export function judge(store: StoreUnderTest, sid: SwitchboardSid, interactionId = nextId()) {
  return store.interactions.judge({ sid, interactionId, kind: 'voice' }, store.deadline());
}
