import type { Deadline } from '../../masking/ports';
import { type Failure, failureOf } from './failure';

export type CallResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure };

/** A longer Retry-After than this is the client's to wait for, not ours. */
const LONGEST_PAUSE_MS = 1_000;
/** A second attempt is made only while this much time is left for it, in milliseconds. */
const ATTEMPT_MS = 1_500;
/** How often, and after how many milliseconds at least, a contended call is made again. */
const TURNS = 8;
const TURN_MS = 100;

/**
 * Makes a REST call and, where it was refused for the rate or the connection broke, once more. Only for calls that are safe to
 * repeat: deletes, updates, and creates whose unique name tells that the first one took effect.
 */
export async function callTwice<T>(call: () => Promise<T>, deadline: Deadline): Promise<CallResult<T>> {
  const first = await callOnce(call);
  if (first.ok) return first;
  const pauseMs = pauseBeforeRetry(first.failure);
  if (pauseMs === undefined || deadline.remainingMs() < pauseMs + ATTEMPT_MS) return first;
  await new Promise((resolve) => setTimeout(resolve, pauseMs));
  return callOnce(call);
}

/**
 * As `callTwice`, and while another request for one of the phones is at work, again after a short pause of random length: many
 * buyers who call one seller at the same moment come one after the other.
 */
export async function callInTurn<T>(call: () => Promise<T>, deadline: Deadline): Promise<CallResult<T>> {
  for (let turn = 1; ; turn += 1) {
    const result = await callTwice(call, deadline);
    if (result.ok || result.failure.kind !== 'contended' || turn === TURNS) return result;
    const pauseMs = TURN_MS * (1 + Math.random());
    if (deadline.remainingMs() < pauseMs + ATTEMPT_MS) return result;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

export async function callOnce<T>(call: () => Promise<T>): Promise<CallResult<T>> {
  try {
    return { ok: true, value: await call() };
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  }
}

function pauseBeforeRetry(failure: Failure): number | undefined {
  if (failure.kind === 'not_sent' || failure.kind === 'lost') return 0;
  if (failure.kind !== 'rate_limited') return undefined;
  const pauseMs = failure.retryAfterSeconds * 1_000;
  return pauseMs <= LONGEST_PAUSE_MS ? pauseMs : undefined;
}
