import { closeAll, closeAndForget } from './close-all';
import type { ProxyNumber } from './numbers';
import type {
  Deadline,
  OpenedSession,
  OpenResult,
  ReserveDecision,
  ReservedSession,
  SessionStore,
  Switchboard,
} from './ports';
import type { Numbers, Pair, Pin, SessionId } from './session';

/** What a connect came to: expected outcomes are values, each with what the answer needs. */
export type ConnectOutcome =
  | {
      readonly kind: 'connected';
      readonly tel: ProxyNumber;
      readonly expiresAtMs: number;
      /** For calling `tel` from another phone or with a withheld number. */
      readonly pin?: Pin | undefined;
    }
  | { readonly kind: 'same_user' | 'same_number' | 'blocked' | 'unreachable_number' }
  /** A later connect of the same user, or a cleanup, closed this session while it was being opened. */
  | { readonly kind: 'superseded' }
  /** The same pair is being connected by another request that takes too long. */
  | { readonly kind: 'in_progress' }
  /** The switchboard refuses for good, as with wrong credentials; `reason` is for the log. */
  | { readonly kind: 'switchboard_refused'; readonly reason: string }
  | {
      readonly kind:
        | 'pool_exhausted'
        | 'quota_exceeded'
        | 'ceiling_reached'
        | 'paused'
        | 'switchboard_unavailable';
      readonly retryAfterSeconds: number;
    };

export interface ConnectTools {
  readonly store: SessionStore;
  readonly switchboard: Switchboard;
  readonly deadline: Deadline;
  readonly newSessionId: () => SessionId;
  /** Resolves after that many milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
}

/** How often other pairs of numbers are tried before the switchboard may choose for itself. */
const NUMBER_ATTEMPTS = 3;
/** Seconds after which a client may try again when nothing better is known. */
const RETRY_SECONDS = 5;
/** Waiting for another request ends this many milliseconds before the deadline, so that the answer still gets out. */
const ANSWER_RESERVE_MS = 500;
const FIRST_POLL_MS = 60;
const LONGEST_POLL_MS = 500;

/**
 * Joins the pair and answers the number that the caller dials: reserve in the store, act at the switchboard, confirm in the
 * store. A crash between any two of these leaves a reservation that the next connect or cleanup completes or undoes.
 * @throws DependencyError when the store cannot answer.
 */
export async function connect(pair: Pair, tools: ConnectTools): Promise<ConnectOutcome> {
  if (pair.caller.userId === pair.callee.userId) return { kind: 'same_user' };
  if (pair.caller.number === pair.callee.number) return { kind: 'same_number' };
  const decision = await reserve(pair, tools);
  switch (decision.kind) {
    case 'busy':
      return { kind: 'in_progress' };
    case 'exhausted':
      return { kind: 'pool_exhausted', retryAfterSeconds: decision.retryAfterSeconds };
    case 'unavailable':
      return { kind: 'unreachable_number' };
    case 'blocked':
    case 'quota_exceeded':
    case 'ceiling_reached':
    case 'paused':
      return decision;
    case 'reuse':
      return reuse(decision, pair, tools);
    case 'reserved':
      return open(decision, pair, tools);
    case 'opened':
      return finish(decision, tools);
  }
}

/** Asks for a reservation, waiting while another request holds the pair or the only number. */
async function reserve(pair: Pair, tools: ConnectTools): Promise<ReserveDecision> {
  const sessionId = tools.newSessionId();
  let pauseMs = FIRST_POLL_MS;
  for (;;) {
    const decision = await tools.store.reserve({ pair, sessionId }, tools.deadline);
    if (decision.kind !== 'busy' || tools.deadline.remainingMs() < pauseMs + ANSWER_RESERVE_MS)
      return decision;
    await tools.wait(pauseMs);
    pauseMs = Math.min(pauseMs * 2, LONGEST_POLL_MS);
  }
}

async function reuse(
  session: ReserveDecision & { kind: 'reuse' },
  pair: Pair,
  tools: ConnectTools,
): Promise<ConnectOutcome> {
  const { tel, expiresAtMs, pin } = session;
  const connected = { kind: 'connected', tel, expiresAtMs, pin } as const;
  if (session.extendToMs === undefined) return connected;
  const extended = await tools.switchboard.extend(session.sid, session.extendToMs, tools.deadline);
  if (extended === 'failed') return connected;
  if (extended === 'gone') {
    await tools.store.finishClosing([session.sessionId], tools.deadline);
    return connect(pair, tools);
  }
  await tools.store.confirmExtension(session.sessionId, session.extendToMs, tools.deadline);
  return { ...connected, expiresAtMs: session.extendToMs };
}

/** The session lives already; what is left of old ones at Twilio Proxy carries no call any more. */
async function finish(
  { tel, expiresAtMs, pin, close }: OpenedSession,
  tools: ConnectTools,
): Promise<ConnectOutcome> {
  await closeAndForget(close, tools);
  return { kind: 'connected', tel, expiresAtMs, pin };
}

async function open(reserved: ReservedSession, pair: Pair, tools: ConnectTools): Promise<ConnectOutcome> {
  const closedFirst = await closeAll(reserved.closeFirst, tools);
  const [opened, closedBeside] = await Promise.all([
    openOnSomeNumbers(reserved, pair, tools),
    closeAll(reserved.closeBeside, tools),
  ]);
  return settle(reserved, opened, [...closedFirst, ...closedBeside], tools);
}

async function openOnSomeNumbers(
  reserved: ReservedSession,
  pair: Pair,
  tools: ConnectTools,
): Promise<OpenResult> {
  const draft = { sessionId: reserved.sessionId, pair, expiresAtMs: reserved.expiresAtMs };
  let numbers: Numbers | undefined = reserved.numbers;
  for (let attempt = 1; ; attempt += 1) {
    const result = await tools.switchboard.open(draft, numbers, tools.deadline);
    if (result.kind !== 'numbers_refused' || numbers === undefined) return result;
    numbers = attempt < NUMBER_ATTEMPTS ? await otherNumbers(reserved.sessionId, tools) : undefined;
  }
}

async function otherNumbers(sessionId: SessionId, tools: ConnectTools): Promise<Numbers | undefined> {
  const decision = await tools.store.renumber(sessionId, tools.deadline);
  return decision.kind === 'renumbered' ? decision.numbers : undefined;
}

async function settle(
  { sessionId, expiresAtMs }: ReservedSession,
  opened: OpenResult,
  closed: readonly SessionId[],
  tools: ConnectTools,
): Promise<ConnectOutcome> {
  const { store, switchboard, deadline } = tools;
  if (opened.kind === 'unknown') {
    await store.abandon(sessionId, closed, deadline);
    return { kind: 'switchboard_unavailable', retryAfterSeconds: RETRY_SECONDS };
  }
  if (opened.kind !== 'opened') {
    await store.release(sessionId, closed, deadline);
    return failure(opened);
  }
  const { sid, numbers } = opened;
  const confirmed = await store.confirm({ sessionId, sid, numbers, closed }, deadline);
  if (confirmed.kind === 'live') {
    return { kind: 'connected', tel: numbers.caller, expiresAtMs, pin: confirmed.pin };
  }
  if ((await switchboard.close({ sessionId, sid }, deadline)) === 'closed') {
    await store.finishClosing([sessionId], deadline);
  }
  return { kind: 'superseded' };
}

function failure(opened: Exclude<OpenResult, { kind: 'opened' | 'unknown' }>): ConnectOutcome {
  if (opened.kind === 'unavailable') {
    return { kind: 'switchboard_unavailable', retryAfterSeconds: opened.retryAfterSeconds };
  }
  if (opened.kind === 'unreachable_number') return opened;
  if (opened.kind === 'refused') return { kind: 'switchboard_refused', reason: opened.reason };
  return { kind: 'pool_exhausted', retryAfterSeconds: RETRY_SECONDS };
}
