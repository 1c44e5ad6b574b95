import { Collection } from '../collection';
import type { Clock, Recording } from '../model';
import { newSid } from '../sids';

/** What is known of a recording when it begins. */
export type NewRecording = Pick<Recording, 'callSid' | 'source' | 'channels' | 'track'>;

/** The account's recordings, newest first in lists. https://www.twilio.com/docs/voice/api/recording */
export class Recordings {
  readonly records = new Collection<Recording>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  create(recording: NewRecording): Recording {
    const now = this.#clock.now();
    return this.records.add({
      ...recording,
      sid: newSid('RE'),
      status: 'in-progress',
      startTime: now,
      duration: null,
      words: [],
      dateCreated: now,
      dateUpdated: now,
    });
  }

  get(sid: string): Recording | undefined {
    return this.records.get(sid);
  }

  update(recording: Recording, changes: Partial<Pick<Recording, 'status' | 'duration'>>): Recording {
    return Object.assign(recording, changes, { dateUpdated: this.#clock.now() });
  }
}
