import type { Instant } from '../model';
import type { Leg } from '../telephony/leg';
import type { CallOutcome, CurrentCall, HandsetStatus, PastCall } from './state';

/** The one call that a handset can have at a time. */
export class Line {
  readonly #since: Instant;
  #answeredAt: Instant | null = null;
  #outcome: CallOutcome | undefined;

  constructor(
    readonly leg: Leg,
    readonly direction: CurrentCall['direction'],
    private readonly now: () => Instant,
  ) {
    this.#since = now();
  }

  get status(): HandsetStatus {
    if (this.leg.isAnswered) return 'in-call';
    return this.direction === 'outgoing' ? 'dialling' : 'ringing';
  }

  get current(): CurrentCall {
    const { call, isAnswered } = this.leg;
    const { isRecorded } = this.leg.audio;
    if (isAnswered) this.#answeredAt ??= this.now();
    return {
      callSid: call.sid,
      direction: this.direction,
      other: this.direction === 'outgoing' ? call.to : call.from,
      since: this.#since,
      answeredAt: this.#answeredAt,
      isRecorded,
    };
  }

  /** The owner ends the call in whatever state it is. */
  hangUp(): void {
    if (!this.leg.isAnswered) this.#outcome = this.direction === 'outgoing' ? 'canceled' : 'declined';
    this.leg.end(this.direction === 'outgoing' ? 'canceled' : 'busy');
  }

  /** The finished call, for the list of past ones. */
  past(): PastCall {
    const { isRecorded: _, ...call } = this.current;
    const answered = this.#answeredAt !== null;
    return {
      ...call,
      endedAt: this.now(),
      outcome: answered ? 'answered' : (this.#outcome ?? this.#unanswered()),
      seconds: answered ? (this.leg.call.duration ?? 0) : 0,
    };
  }

  #unanswered(): CallOutcome {
    if (this.direction === 'incoming') return 'missed';
    const { status } = this.leg.call;
    return status === 'busy' || status === 'no-answer' || status === 'canceled' ? status : 'failed';
  }
}
