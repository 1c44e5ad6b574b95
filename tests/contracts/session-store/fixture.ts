import type { ReserveDecision, ReservedSession } from '../../../src/masking/ports';
import type { Participant } from '../../../src/masking/session';
import { pairOf, person } from '../../support/people';
import { newId, newSid, type StoreUnderTest } from '../../support/store';

export const [alice, bob, carol, dave] = [person(1), person(2), person(3), person(4)] as const;

export async function reserve(
  store: StoreUnderTest,
  caller: Participant,
  callee: Participant,
  sessionId = newId(),
) {
  return store.sessions.reserve({ pair: pairOf(caller, callee), sessionId }, store.deadline());
}

export function reserved(decision: ReserveDecision): ReservedSession {
  if (decision.kind !== 'reserved') throw new Error(`expected a reservation, got ${decision.kind}`);
  return decision;
}

/** Reserves and confirms, as with a switchboard that closes and opens what it is told to. */
export async function open(store: StoreUnderTest, caller: Participant, callee: Participant) {
  const reservation = reserved(await reserve(store, caller, callee));
  return { ...reservation, ...(await confirm(store, reservation)) };
}

async function confirm(store: StoreUnderTest, reservation: ReservedSession) {
  const { sessionId, numbers, closeFirst, closeBeside } = reservation;
  const sid = newSid();
  const closed = [...closeFirst, ...closeBeside].map((session) => session.sessionId);
  const { kind: state } = await store.sessions.confirm({ sessionId, sid, numbers, closed }, store.deadline());
  return { sid, state };
}

/** Opens a session the way of the store's switchboard; answers the number that the caller dials, or why there is none. */
export async function openAnyhow(
  store: StoreUnderTest,
  caller: Participant,
  callee: Participant,
): Promise<string> {
  const decision = await reserve(store, caller, callee);
  if (decision.kind === 'opened' || decision.kind === 'reuse') return decision.tel;
  if (decision.kind !== 'reserved') return decision.kind;
  await confirm(store, decision);
  return decision.numbers.caller;
}

/** The numbers that a user dials now. */
export async function telsOf(store: StoreUnderTest, { userId }: Participant): Promise<string[]> {
  return (await store.sessions.liveSessions(userId, store.deadline())).map(({ tel }) => tel);
}
