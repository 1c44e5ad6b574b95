import { randomBytes } from 'node:crypto';
import type { Call, Clock, Instant } from '../model';
import type { Leg } from './leg';

/** https://www.twilio.com/docs/voice/api/recording */
export interface Recording {
  sid: `RE${string}`;
  callSid: Call['sid'];
  source: 'DialVerb' | 'RecordVerb' | 'StartCallRecordingAPI';
  channels: 1 | 2;
  startTime: Instant;
  /** Seconds; null while it runs. */
  duration: number | null;
}

/** The recordings of calls: that they exist and how long they are, without sound. */
export class Recordings {
  readonly #list: Recording[] = [];

  constructor(private readonly clock: Pick<Clock, 'now'>) {}

  /** Oldest first. */
  list(): readonly Recording[] {
    return this.#list;
  }

  /** Starts recording; the returned function ends that and gives the finished record. */
  start(leg: Leg, kind: Pick<Recording, 'source' | 'channels'>): () => Recording {
    const sid = `RE${randomBytes(16).toString('hex')}` as const;
    const recording: Recording = {
      ...kind,
      sid,
      callSid: leg.sid,
      startTime: this.clock.now(),
      duration: null,
    };
    this.#list.push(recording);
    const dark = leg.record();
    return () => {
      recording.duration ??= Math.round((this.clock.now() - recording.startTime) / 1000);
      dark();
      return recording;
    };
  }
}
