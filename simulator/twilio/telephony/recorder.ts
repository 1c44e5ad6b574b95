import type { NewRecording } from '../account/recordings';
import type { Instant, Recording } from '../model';
import type { Leg } from './leg';
import type { TelephonyPorts } from './ports';
import { type RecordingCallback, RecordingReport } from './recording-report';
import type { WebhookClient } from './webhook-client';

/** What to record, and whom to tell. */
export type RecordingWish = Omit<NewRecording, 'callSid'> & { callback?: RecordingCallback | undefined };

type Tools = { ports: TelephonyPorts; webhooks: WebhookClient };

/** Records calls: that they are recorded, how long, and what was said, without sound. */
export class Recorder {
  readonly #running = new Map<string, RunningRecording>();

  constructor(private readonly tools: Tools) {}

  /** Starts recording; it ends when the call does, if not before. */
  start(leg: Leg, wish: RecordingWish): RunningRecording {
    const running = new RunningRecording(this.tools, leg, wish);
    this.#running.set(running.record.sid, running);
    running.ended.addEventListener('abort', () => this.#running.delete(running.record.sid), { once: true });
    return running;
  }

  get(sid: string): RunningRecording | undefined {
    return this.#running.get(sid);
  }

  /** The latest one of a call: the REST API calls it `Twilio.CURRENT`. */
  current(callSid: string): RunningRecording | undefined {
    return [...this.#running.values()].findLast(({ record }) => record.callSid === callSid);
  }
}

/** A recording under way. */
export class RunningRecording {
  readonly record: Recording;
  readonly #ended = new AbortController();
  readonly #report: RecordingReport;
  readonly #releases: (() => void)[];
  #recordedMs = 0;
  #resumedAt: Instant;

  constructor(
    private readonly tools: Tools,
    leg: Leg,
    { callback, ...kind }: RecordingWish,
  ) {
    this.record = tools.ports.recordings.create({ ...kind, callSid: leg.sid });
    this.#resumedAt = this.record.startTime;
    this.#report = new RecordingReport(tools, callback);
    this.#releases = [leg.audio.record(), leg.audio.onWords((words) => this.#keep(words))];
    leg.over.addEventListener('abort', () => this.stop(), { once: true, signal: this.ended });
    this.#report.send(this.record);
  }

  /** Aborted once the recording is over. */
  get ended(): AbortSignal {
    return this.#ended.signal;
  }

  /** Shows on another phone that it is recorded too. */
  cover(leg: Leg): void {
    this.#releases.push(leg.audio.record());
  }

  /** Time that passes now is left out: https://www.twilio.com/docs/voice/api/recording#pause-a-recording */
  pause(): void {
    if (this.record.status !== 'in-progress') return;
    this.#recordedMs += this.tools.ports.clock.now() - this.#resumedAt;
    this.tools.ports.recordings.update(this.record, { status: 'paused' });
  }

  resume(): void {
    if (this.record.status !== 'paused') return;
    this.#resumedAt = this.tools.ports.clock.now();
    this.tools.ports.recordings.update(this.record, { status: 'in-progress' });
  }

  /** Ends it, once: less than half a second without a word leaves nothing, and is `absent`. */
  stop(): Recording {
    if (this.#ended.signal.aborted) return this.record;
    this.pause();
    const seconds = Math.round(this.#recordedMs / 1000);
    const isEmpty = seconds === 0 && this.record.words.length === 0;
    this.tools.ports.recordings.update(this.record, {
      status: isEmpty ? 'absent' : 'completed',
      duration: isEmpty ? 0 : Math.max(1, seconds),
    });
    this.#ended.abort();
    for (const release of this.#releases) release();
    this.#report.send(this.record);
    return this.record;
  }

  #keep(words: string): void {
    if (this.record.status === 'in-progress') this.record.words.push(words);
  }
}
