import * as v from 'valibot';
import type { CallLog, CallRecording, Claim, RecordingSid } from '../masking/call-log';
import type { WarningClaim, WarningLog } from '../masking/limit-warning';
import type { Clock, Deadline } from '../masking/ports';
import { commonArguments } from './common-arguments';
import * as texts from './lua/call-log';
import { library } from './lua/library';
import { type Script, type ScriptRunner, script } from './script-runner';
import { arrayOf } from './scripts';
import type { StoreSettings } from './settings';

const recordingSid = v.custom<RecordingSid>((value) => /^RE[0-9a-fA-F]{32}$/.test(String(value)));
const done = v.object({ kind: v.literal('done') });
const keepRecording = script(library + texts.keepRecording, done);
const claim = script(library + texts.claim, v.object({ first: v.boolean() }));
const claimWarning = script(
  library + texts.claimWarning,
  v.object({ answeredAtMs: v.exactOptional(v.number()) }),
);
const recordingsBefore = script(
  library + texts.recordingsBefore,
  v.object({
    found: arrayOf(v.object({ recordingSid, interactionId: v.string(), userIds: v.array(v.string()) })),
  }),
);
const forgetRecording = script(library + texts.forgetRecording, done);

/** A recording on record. */
export interface KnownRecording extends Pick<CallRecording, 'recordingSid' | 'interactionId'> {
  /** The two who talked; empty texts once the call is no longer on record. */
  readonly userIds: readonly string[];
}

/** Which page of a list. */
export interface PageRequest {
  readonly offset: number;
  readonly limit: number;
}

/** Recordings and deeds of calls in Redis: every method is one script and one round trip. */
export class RedisCallLog implements CallLog, WarningLog {
  constructor(
    private readonly runner: Pick<ScriptRunner, 'run'>,
    private readonly settings: StoreSettings,
    private readonly clock: Clock = Date.now,
  ) {}

  async keepRecording({ kind, ...recording }: CallRecording, deadline: Deadline): Promise<void> {
    await this.run(keepRecording, deadline, { ...recording, recordingKind: kind });
  }

  async claim(wanted: Claim, deadline: Deadline): Promise<boolean> {
    return (await this.run(claim, deadline, wanted)).first;
  }

  async claimWarning(wanted: WarningClaim, deadline: Deadline): Promise<number | undefined> {
    return (await this.run(claimWarning, deadline, wanted)).answeredAtMs;
  }

  /** A page of the recordings that were made before an instant, the oldest first. */
  async recordingsBefore(
    beforeMs: number,
    page: PageRequest,
    deadline: Deadline,
  ): Promise<readonly KnownRecording[]> {
    return (await this.run(recordingsBefore, deadline, { beforeMs, ...page })).found;
  }

  /** Forgets a recording that is gone at Twilio. */
  async forgetRecording(
    { recordingSid, interactionId }: Pick<KnownRecording, 'recordingSid' | 'interactionId'>,
    deadline: Deadline,
  ): Promise<void> {
    await this.run(forgetRecording, deadline, { recordingSid, interactionId });
  }

  private run<Answer>(chosen: Script<Answer>, deadline: Deadline, args: object): Promise<Answer> {
    return this.runner.run(chosen, { ...commonArguments(this.settings, this.clock), ...args }, deadline);
  }
}
