import type { ClosingSession, Numbers, Pair, SessionId, SwitchboardSid } from '../session';
import type { Deadline } from './time';

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
