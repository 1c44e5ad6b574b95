import { randomBytes } from 'node:crypto';
import type { Upstash } from '../../simulator/upstash';
import type { ProxyNumber, RealNumber } from '../../src/masking/numbers';
import type { PinDecision, PinEntry } from '../../src/masking/pin';
import type { Numbers, Participant, Pin, SessionId, SwitchboardSid } from '../../src/masking/session';
import { RedisSessionStore } from '../../src/store/redis-session-store';
import { mobile, pairOf } from './people';
import { newId, newSid, type StoreUnderTest } from './store';

export interface OpenSession {
  readonly sessionId: SessionId;
  readonly sid: SwitchboardSid;
  readonly numbers: Numbers;
  readonly expiresAtMs: number;
  /** The caller's. */
  readonly pin: Pin;
}

/** A live session, opened by `caller`, whose PIN is one of `candidates` where any are given. */
export async function openSession(
  store: StoreUnderTest,
  caller: Participant,
  callee: Participant,
  candidates?: readonly string[],
): Promise<OpenSession> {
  const sessions = candidates === undefined ? store.sessions : withPins(store, candidates);
  const deadline = store.deadline();
  const decision = await sessions.reserve({ pair: pairOf(caller, callee), sessionId: newId() }, deadline);
  if (decision.kind !== 'reserved') throw new Error(`expected a reservation, got ${decision.kind}`);
  const { sessionId, numbers, expiresAtMs, closeFirst, closeBeside } = decision;
  const closed = [...closeFirst, ...closeBeside].map((session) => session.sessionId);
  const sid = newSid();
  const confirmed = await sessions.confirm({ sessionId, sid, numbers, closed }, deadline);
  const pin = confirmed.kind === 'live' ? confirmed.pin : undefined;
  return { sessionId, sid, numbers, expiresAtMs, pin: pin ?? ('none' as Pin) };
}

/** The PIN of whoever asks, in a session that lives already. */
export async function pinOf(
  store: StoreUnderTest,
  caller: Participant,
  callee: Participant,
  candidates?: readonly string[],
): Promise<Pin | undefined> {
  const sessions = candidates === undefined ? store.sessions : withPins(store, candidates);
  const request = { pair: pairOf(caller, callee), sessionId: newId() };
  const decision = await sessions.reserve(request, store.deadline());
  if (decision.kind !== 'reuse') throw new Error(`expected a live session, got ${decision.kind}`);
  return decision.pin;
}

function withPins({ runner, settings, now }: StoreUnderTest, candidates: readonly string[]) {
  return new RedisSessionStore(runner, settings, now, () => candidates as readonly string[] as Pin[]);
}

/** Enters a PIN as the first try of a call of its own from a phone that nobody knows, unless told otherwise. */
export function enter(
  store: StoreUnderTest,
  to: ProxyNumber,
  pin: string,
  change: Partial<PinEntry> = {},
): Promise<PinDecision> {
  const from = mobile(9_000_000);
  const entry = { callSid: newCallSid(), attempt: 1, from, to, pin: pin as Pin, ...change };
  return store.interactions.enterPin(entry, store.deadline());
}

/** The same from a withheld number. */
export function enterWithheld(store: StoreUnderTest, to: ProxyNumber, pin: string): Promise<PinDecision> {
  const entry = { callSid: newCallSid(), attempt: 1, to, pin: pin as Pin };
  return store.interactions.enterPin(entry, store.deadline());
}

export function newCallSid(): string {
  return `CA${randomBytes(16).toString('hex')}`;
}

export const REFUSED = { kind: 'refused', reason: 'wrong_pin' } as const;
export const EXHAUSTED = { kind: 'refused', reason: 'attempts_exhausted' } as const;

export function joined(partner: RealNumber, callerId: ProxyNumber): PinDecision {
  return { kind: 'joined', partner, callerId };
}

/** A six-digit text that is not `pin`. */
export function otherThan(pin: string): string {
  return String((Number(pin) + 1) % 1_000_000).padStart(6, '0');
}

/** One raw command on the engine below. */
export async function command(upstash: Upstash, ...args: string[]): Promise<unknown> {
  const headers = { authorization: `Bearer ${upstash.token}` };
  const answer = await fetch(upstash.url, { method: 'POST', headers, body: JSON.stringify(args) });
  return ((await answer.json()) as { result: unknown }).result;
}
