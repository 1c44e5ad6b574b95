import type { ProxyNumber, RealNumber } from './numbers';
import type { Deadline } from './ports';

/** Twilio's id of a recording. */
export type RecordingSid = `RE${string}`;

/** What was recorded: the two talking, or a message for the one who did not answer. */
export type RecordingKind = 'conversation' | 'voicemail';

export interface CallRecording {
  /** The caller's side of the call. */
  readonly interactionId: string;
  readonly recordingSid: RecordingSid;
  readonly kind: RecordingKind;
  readonly durationSeconds?: number;
}

/** What is done at most once for a call, however often Twilio asks for it. */
export type CallDeed = 'recording' | 'missed_call_notice';

export interface Claim {
  readonly interactionId: string;
  readonly deed: CallDeed;
  /** The request that would do it: asked again after a lost answer, it hears the same. */
  readonly requestId: string;
}

/** The log of calls beyond how they went. One round trip each; all reject with a `DependencyError` when the store cannot answer in time. */
export interface CallLog {
  /** Keeps which recording belongs to a call; safe to apply twice. */
  keepRecording(recording: CallRecording, deadline: Deadline): Promise<void>;
  /** True for the first request that asks, however often it does, and only for a call on record whose deed may be done now. */
  claim(claim: Claim, deadline: Deadline): Promise<boolean>;
}

/** Whether a text was taken; a number may not be able to send one, and its receiver may not want any. */
export type TextResult = 'sent' | 'refused' | 'unavailable';

/** Sends texts of the service itself; never rejects for a fault of the network or of the switchboard. */
export interface TextSender {
  sendText(
    text: { from: ProxyNumber; to: RealNumber; body: string },
    deadline: Deadline,
  ): Promise<TextResult>;
}

/** What a running call can be made to do; no method rejects for a fault of the network or of the switchboard. */
export interface CallControl {
  /** Records both sides from now on; `callbackUrl` hears when the recording is there. False where it did not begin. */
  startRecording(interactionId: string, callbackUrl: string, deadline: Deadline): Promise<boolean>;
}
