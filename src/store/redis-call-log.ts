import * as v from 'valibot';
import type { CallLog, CallRecording, Claim, RecordingSid } from '../masking/call-log';
import type { Clock, Deadline } from '../masking/ports';
import * as texts from './lua/call-log';
import { library } from './lua/library';
import { type Script, type ScriptRunner, script } from './script-runner';
import { arrayOf } from './scripts';
import type { StoreSettings } from './settings';

const recordingSid = v.custom<RecordingSid>((value) => /^RE[0-9a-fA-F]{32}$/.test(String(value)));
const done = v.object({ kind: v.literal('done') });
const keepRecording = script(library + texts.keepRecording, done);
const claim = script(library + texts.claim, v.object({ first: v.boolean() }));
const recordingsBefore = script(
  library + texts.recordingsBefore,
  v.object({ found: arrayOf(v.object({ recordingSid, interactionId: v.string() })) }),
);
const forgetRecording = script(library + texts.forgetRecording, done);

/** A recording on record. */
export type KnownRecording = Pick<CallRecording, 'recordingSid' | 'interactionId'>;

/** Recordings and deeds of calls in Redis: every method is one script and one round trip. */
export class RedisCallLog implements CallLog {
  constructor(
    private readonly runner: Pick<ScriptRunner, 'run'>,
    private readonly settings: Pick<StoreSettings, 'prefix'>,
    private readonly clock: Clock = Date.now,
  ) {}

  async keepRecording({ kind, ...recording }: CallRecording, deadline: Deadline): Promise<void> {
    await this.run(keepRecording, deadline, { ...recording, recordingKind: kind });
  }

  async claim(wanted: Claim, deadline: Deadline): Promise<boolean> {
    return (await this.run(claim, deadline, wanted)).first;
  }

  /** At most `limit` recordings that were made before an instant, the oldest first. */
  async recordingsBefore(
    beforeMs: number,
    limit: number,
    deadline: Deadline,
  ): Promise<readonly KnownRecording[]> {
    return (await this.run(recordingsBefore, deadline, { beforeMs, limit })).found;
  }

  /** Forgets a recording that is gone at Twilio. */
  async forgetRecording(recording: KnownRecording, deadline: Deadline): Promise<void> {
    await this.run(forgetRecording, deadline, recording);
  }

  private run<Answer>(chosen: Script<Answer>, deadline: Deadline, args: object): Promise<Answer> {
    return this.runner.run(chosen, { prefix: this.settings.prefix, nowMs: this.clock(), ...args }, deadline);
  }
}
