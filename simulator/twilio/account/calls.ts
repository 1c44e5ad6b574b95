import { Collection } from '../collection';
import type { Call, CallStatus, Clock } from '../model';
import { newSid } from '../sids';

const ENDED: readonly CallStatus[] = ['completed', 'busy', 'failed', 'no-answer', 'canceled'];

/** What is known of a call when it begins. */
export type NewCall = Pick<Call, 'from' | 'to' | 'direction'> &
  Partial<Pick<Call, 'parentCallSid' | 'status'>>;

/** The account's calls, newest first in lists. https://www.twilio.com/docs/voice/api/call-resource */
export class Calls {
  readonly records = new Collection<Call>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  create(call: NewCall): Call {
    const now = this.#clock.now();
    return this.records.add({
      sid: newSid('CA'),
      parentCallSid: null,
      status: 'queued',
      dateCreated: now,
      dateUpdated: now,
      startTime: null,
      endTime: null,
      duration: null,
      ...call,
    });
  }

  get(sid: string): Call | undefined {
    return this.records.get(sid);
  }

  /** Sets the status and with it the times: a call starts once answered, and has a duration in seconds once ended. */
  updateStatus(sid: string, status: CallStatus): Call | undefined {
    const call = this.records.get(sid);
    if (!call) return undefined;
    const now = this.#clock.now();
    Object.assign(call, { status, dateUpdated: now });
    if (status === 'in-progress') call.startTime ??= now;
    if (ENDED.includes(status) && call.endTime === null) this.#end(call);
    return call;
  }

  #end(call: Call): void {
    call.endTime = this.#clock.now();
    call.startTime ??= call.endTime;
    call.duration = Math.round((call.endTime - call.startTime) / 1000);
  }
}
