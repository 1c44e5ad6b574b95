import type { Country } from './numbers';
import type { Deadline, InteractionKind } from './ports';
import type { SessionId, SwitchboardName, UserId } from './session';

/** A call or text of the log; times in milliseconds since the epoch. */
export interface LoggedCall {
  /** The switchboard's own id of it. */
  readonly callId: string;
  readonly sessionId: SessionId;
  /** The two of the session; an erased user's id is empty. */
  readonly userId: UserId;
  readonly peerId: UserId;
  readonly kind: InteractionKind;
  /** Who began it, where that is known. */
  readonly beganBy?: UserId;
  readonly status?: string;
  readonly startedAtMs: number;
  readonly answeredAtMs?: number;
  readonly endedAtMs?: number;
  readonly durationSeconds?: number;
  /** Twilio's ids of the recording of the conversation, and of a message for who did not answer. */
  readonly recordingId?: string;
  readonly voicemailId?: string;
}

/** A live session as operators may see it: no number, not even of the service. */
export interface SessionSummary {
  readonly sessionId: SessionId;
  readonly userId: UserId;
  readonly peerId: UserId;
  readonly switchboard: SwitchboardName;
  readonly openedAtMs: number;
  readonly expiresAtMs: number;
}

/** The numbers of one switchboard in one country. */
export interface PoolSummary {
  readonly switchboard: SwitchboardName;
  readonly country: Country;
  /** How many sessions of one user it carries at once: one for each number. */
  readonly numbers: number;
  readonly draining: number;
  readonly canCall: number;
  readonly canText: number;
}

export interface PoolOverview {
  readonly pools: readonly PoolSummary[];
  readonly liveSessions: number;
  /** Countries where within the last hour a number was taken before it had rested, or none was left. */
  readonly scarce: readonly Country[];
}

/** A part of a list; ask for the rest with `cursor`, where there is one. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly cursor?: number;
}

/** What operators look at: one round trip each; all reject with a `DependencyError` when the store cannot answer in time. */
export interface Overview {
  /** Live sessions, the first to end first, and how many there are in all. */
  sessions(cursor: number, deadline: Deadline): Promise<Page<SessionSummary> & { readonly live: number }>;
  /** The log, the latest first: of a pair, of a user, or all of it. A page may be short, or empty, where more follows. */
  calls(
    query: { readonly userId?: UserId; readonly peerId?: UserId; readonly cursor: number },
    deadline: Deadline,
  ): Promise<Page<LoggedCall>>;
  pool(deadline: Deadline): Promise<PoolOverview>;
}
