import type { ProxyNumber, RealNumber } from './numbers';
import type {
  ClosingSession,
  LiveSession,
  Numbers,
  Pair,
  Pin,
  SessionId,
  SwitchboardSid,
  UserId,
} from './session';
import type { ScreenedText } from './text-judge';

/** Milliseconds since the epoch. */
export type Clock = () => number;

/** What is left of the time that one request may take. */
export interface Deadline {
  /** Milliseconds left, never below 0. */
  remainingMs(): number;
}

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

export interface SessionDraft {
  readonly sessionId: SessionId;
  readonly pair: Pair;
  readonly expiresAtMs: number;
}

export type OpenResult =
  | { readonly kind: 'opened'; readonly sid: SwitchboardSid; readonly numbers: Numbers }
  /** The switchboard will not join this pair on these numbers; others may do. */
  | { readonly kind: 'numbers_refused' }
  /** The switchboard refuses the session for a reason that other numbers cannot mend. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** One of the two numbers cannot be reached by phone. */
  | { readonly kind: 'unreachable_number' }
  | { readonly kind: 'no_number_left' }
  /** Certainly not opened. */
  | { readonly kind: 'unavailable'; readonly retryAfterSeconds: number }
  /** Nobody knows whether it was opened. */
  | { readonly kind: 'unknown' };

export type CloseResult = 'closed' | 'failed';
export type ExtendResult = 'extended' | 'gone' | 'failed';

/** What joins the two phones. No method rejects for a fault of the network or of the switchboard: that is a result. */
export interface Switchboard {
  /** Opens the session on `numbers`, or on numbers of the switchboard's own choice where none are given. Safe to repeat. */
  open(draft: SessionDraft, numbers: Numbers | undefined, deadline: Deadline): Promise<OpenResult>;
  extend(sid: SwitchboardSid, expiresAtMs: number, deadline: Deadline): Promise<ExtendResult>;
  /** Closes a session; one that is already gone counts as closed. */
  close(session: ClosingSession, deadline: Deadline): Promise<CloseResult>;
}

export type InteractionKind = 'voice' | 'message';

export interface Interaction {
  readonly interactionId: string;
  readonly sid: SwitchboardSid;
  readonly kind: InteractionKind;
}

/** What is asked of the store before an interaction goes through. */
export interface InteractionQuestion extends Interaction {
  /** The switchboard's id of the participant who calls or writes. */
  readonly senderSid?: string;
  /** The sender's own number, where the store has asked for it. */
  readonly from?: RealNumber;
  /** Of a text alone. */
  readonly text?: ScreenedText;
}

export type InteractionRefusal =
  | 'unknown_session'
  | 'session_closed'
  | 'session_expired'
  | 'blocked'
  | 'paused'
  | 'text_rejected'
  | 'quota_exceeded';

export type InteractionDecision =
  /** `earlier` holds the traces of the sender's last texts, for a text that is allowed by itself. */
  | { readonly kind: 'allow'; readonly earlier?: readonly string[] }
  | { readonly kind: 'deny'; readonly reason: InteractionRefusal }
  /** It matters who the sender is, and nobody knows yet: to be asked again with `from`. */
  | { readonly kind: 'unidentified' };

/** One status report about an interaction; reports come several times and in any order. */
export interface InteractionReport extends Omit<Interaction, 'sid'> {
  /** Absent for a call that a PIN joined, which the switchboard knows nothing of. */
  readonly sid?: SwitchboardSid;
  readonly status: string;
  /** The switchboard's id of the participant who called or wrote. */
  readonly initiatorSid?: string;
  readonly durationSeconds?: number;
}

/** A call or text that came to a number of the service. */
export interface IncomingInteraction {
  /** Twilio's own id of it: CallSid or MessageSid. */
  readonly interactionId: string;
  readonly kind: InteractionKind;
  /** Absent when the number is withheld. */
  readonly from?: RealNumber;
  /** The number of the service that was dialled. */
  readonly to: ProxyNumber;
}

/** What the store knows about a call or text that belongs to no live session. */
export type OutOfSessionDecision = 'ended' | 'unknown';

/** `blocked`: the call is over, and one of the two has blocked the other, so that nothing may follow from it. */
export type RecordOutcome = 'kept' | 'blocked';

/** Judges and records what happens inside sessions: one round trip each, safe to apply twice and out of order. */
export interface InteractionStore {
  judge(question: InteractionQuestion, deadline: Deadline): Promise<InteractionDecision>;
  record(report: InteractionReport, deadline: Deadline): Promise<RecordOutcome>;
  /** Answers `told_enough` where the sender of a text has heard it often enough within the hour. */
  outOfSession(
    incoming: IncomingInteraction,
    deadline: Deadline,
  ): Promise<OutOfSessionDecision | 'told_enough'>;
}
