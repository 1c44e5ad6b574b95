import type { ProxyNumber } from '../numbers';
import type {
  ClosingSession,
  LiveSession,
  Numbers,
  Pair,
  Pin,
  SessionId,
  SwitchboardSid,
  UserId,
} from '../session';
import type { Deadline } from './time';

export interface ReserveRequest {
  readonly pair: Pair;
  /** The id that a new session gets. */
  readonly sessionId: SessionId;
}

/** The store's one atomic decision on a connect. */
export type ReserveDecision =
  | {
      readonly kind: 'reuse';
      readonly sessionId: SessionId;
      readonly sid: SwitchboardSid;
      readonly tel: ProxyNumber;
      readonly expiresAtMs: number;
      /** Of the side that asks; absent where none could be given out. */
      readonly pin?: Pin;
      /** Present when so little life is left that the session should be extended to this instant. */
      readonly extendToMs?: number;
    }
  | ReservedSession
  | OpenedSession
  | { readonly kind: 'busy' }
  | { readonly kind: 'exhausted'; readonly retryAfterSeconds: number }
  | { readonly kind: 'quota_exceeded'; readonly retryAfterSeconds: number }
  | { readonly kind: 'ceiling_reached'; readonly retryAfterSeconds: number }
  /** The caller had too many texts rejected. */
  | { readonly kind: 'paused'; readonly retryAfterSeconds: number }
  /** The caller has blocked the callee. */
  | { readonly kind: 'blocked' }
  /** The callee is not to be reached by this caller, who is not to know why. */
  | { readonly kind: 'unavailable' };

export interface ReservedSession {
  readonly kind: 'reserved';
  readonly sessionId: SessionId;
  readonly numbers: Numbers;
  readonly expiresAtMs: number;
  /** Old sessions that hold one of `numbers` at the switchboard: they must be gone before the new one opens. */
  readonly closeFirst: readonly ClosingSession[];
  /** Old sessions that may be closed while the new one opens. */
  readonly closeBeside: readonly ClosingSession[];
}

/** A new session of the voice switchboard: open as soon as it is on record. */
export interface OpenedSession {
  readonly kind: 'opened';
  readonly sessionId: SessionId;
  readonly tel: ProxyNumber;
  readonly expiresAtMs: number;
  /** The caller's; absent where none could be given out. */
  readonly pin?: Pin;
  /** Old sessions that still live at Twilio Proxy. */
  readonly close: readonly ClosingSession[];
}

export type RenumberDecision =
  | { readonly kind: 'renumbered'; readonly numbers: Numbers }
  | { readonly kind: 'exhausted' };

export interface ClosingDecision {
  readonly sessions: readonly ClosingSession[];
  /** Sessions that another request is opening right now: that request closes them itself. */
  readonly pending: number;
  /** How many were over at once, because nothing but the store knew them. */
  readonly ended: number;
}

/** What became of an opened session when its opening was written down. */
export type ConfirmDecision =
  /** The PIN is the caller's; absent where none could be given out. */
  { readonly kind: 'live'; readonly pin?: Pin } | { readonly kind: 'superseded' };

export interface Confirmation {
  readonly sessionId: SessionId;
  readonly sid: SwitchboardSid;
  readonly numbers: Numbers;
  /** Old sessions that are now known to be gone at the switchboard. */
  readonly closed: readonly SessionId[];
}

/**
 * Keeps who may reach whom. Every method is one round trip, atomic, and safe to apply twice.
 * All reject with a `DependencyError` when the store cannot answer in time.
 */
export interface SessionStore {
  reserve(request: ReserveRequest, deadline: Deadline): Promise<ReserveDecision>;
  /** Binds a reserved session to other numbers after the switchboard refused its first ones. */
  renumber(sessionId: SessionId, deadline: Deadline): Promise<RenumberDecision>;
  confirm(confirmation: Confirmation, deadline: Deadline): Promise<ConfirmDecision>;
  /** Undoes a reservation that the switchboard certainly never opened. */
  release(sessionId: SessionId, closed: readonly SessionId[], deadline: Deadline): Promise<void>;
  /** Keeps a reservation whose fate is unknown and lets the pair's next connect take it over at once. */
  abandon(sessionId: SessionId, closed: readonly SessionId[], deadline: Deadline): Promise<void>;
  confirmExtension(sessionId: SessionId, expiresAtMs: number, deadline: Deadline): Promise<void>;
  /** Stops all routes of a user's sessions and tells which must be closed at the switchboard. */
  beginClosingAll(userId: UserId, deadline: Deadline): Promise<ClosingDecision>;
  /** Forgets sessions that are gone at the switchboard; their numbers cool off. */
  finishClosing(sessionIds: readonly SessionId[], deadline: Deadline): Promise<void>;
  liveSessions(userId: UserId, deadline: Deadline): Promise<readonly LiveSession[]>;
}
