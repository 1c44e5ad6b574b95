import type { Call, E164, Instant, Message, MessageStatus, Recording } from '../model';
import type { Heard } from '../telephony/leg';

export type HandsetStatus = 'idle' | 'dialling' | 'ringing' | 'in-call';

/** The call that a handset is dialling, hears ringing, or is in. */
export interface CurrentCall {
  callSid: Call['sid'];
  direction: 'outgoing' | 'incoming';
  /** Outgoing: the number dialled. Incoming: the caller id shown. */
  other: string;
  since: Instant;
  answeredAt: Instant | null;
  isRecorded: boolean;
}

/** How a call ended, as its owner would say. */
export type CallOutcome = 'answered' | 'busy' | 'no-answer' | 'declined' | 'missed' | 'failed' | 'canceled';

export interface PastCall extends Omit<CurrentCall, 'isRecorded'> {
  endedAt: Instant;
  outcome: CallOutcome;
  /** Seconds talked. */
  seconds: number;
}

export interface HeardEntry extends Heard {
  at: Instant;
  callSid: Call['sid'];
  /** Said by the phone's own owner. */
  isOwn?: boolean;
}

export interface TextEntry {
  /** Of a sent text that the network took. */
  sid?: Message['sid'];
  at: Instant;
  direction: 'sent' | 'received';
  /** Sent: the number texted. Received: the number shown. */
  other: string;
  body: string;
  /** How many files go with it. */
  media: number;
  /** Of a sent text: whether the network took it. */
  status: MessageStatus;
  /** Of a sent text: an intercept stopped it. For onlookers only: Twilio tells a real phone nothing. */
  isStopped?: boolean;
}

/** A recording that a caller left. */
export interface Voicemail {
  sid: Recording['sid'];
  /** The caller id that the phone showed while it rang. */
  from: string;
  at: Instant;
  seconds: number;
  words: string[];
}

/** All that an onlooker sees of one handset. Lists are oldest first and hold the last 200 entries. */
export interface HandsetState {
  number: E164;
  status: HandsetStatus;
  call: CurrentCall | null;
  heard: HeardEntry[];
  texts: TextEntry[];
  calls: PastCall[];
  /** Recordings that callers left for this phone's owner. */
  mailbox: Voicemail[];
}
