import type { ProxyNumber, RealNumber } from '../numbers';
import type { SwitchboardSid } from '../session';
import type { ScreenedText } from '../text-judge';
import type { Deadline } from './time';

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
  /**
   * Who says so, where it matters to a call that was warned of its end. `dial`: the caller's instructions went on, which they do also when
   * the two only move. `callee`: the call to the partner's phone, whose end counts of such a call alone.
   */
  readonly teller?: 'dial' | 'callee';
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

export type RecordOutcome =
  /**
   * `blocked`: the call is over, and one of the two has blocked the other, so that nothing may follow from it. `alone` is the call of
   * whoever waits in vain, since the other one hung up while the two were being warned.
   */
  | { readonly kind: 'kept' | 'blocked'; readonly alone?: string }
  /** Nothing has ended: the two were warned of the end, and move to where they talk on. */
  | { readonly kind: 'moved'; readonly answeredAtMs: number };

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
