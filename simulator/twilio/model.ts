/** The records that the simulated Twilio keeps. Field names are ours; `rest/` renders them as Twilio does. */

export type E164 = `+${string}`;
export type Sid<P extends string> = `${P}${string}`;

/** Milliseconds since the epoch, from the simulator's own clock. */
export type Instant = number;

/**
 * The simulator's clock. Everything that waits or expires asks it, so that tests can run hours in a moment:
 * with `speed` 60 a minute passes in a second, and `advance` moves time at once and fires what came due.
 */
export interface Clock {
  now(): Instant;
  /** Runs `action` after `seconds` of simulated time; the returned function cancels it. */
  after(seconds: number, action: () => void): () => void;
  advance(seconds: number): Promise<void>;
}

export type SessionStatus = 'open' | 'in-progress' | 'closed';
export type SessionMode = 'voice-only' | 'message-only' | 'voice-and-message';

export interface ProxyService {
  sid: Sid<'KS'>;
  uniqueName: string;
  /** Seconds; 0 means none. */
  defaultTtl: number;
  callbackUrl: string | null;
  interceptCallbackUrl: string | null;
  outOfSessionCallbackUrl: string | null;
  geoMatchLevel: 'area-code' | 'overlay' | 'radius' | 'country';
  numberSelectionBehavior: 'prefer-sticky' | 'avoid-sticky';
  chatInstanceSid: string | null;
  dateCreated: Instant;
  dateUpdated: Instant;
}

export interface ProxyNumber {
  sid: Sid<'PN'>;
  serviceSid: Sid<'KS'>;
  phoneNumber: E164;
  isReserved: boolean;
  dateCreated: Instant;
  dateUpdated: Instant;
}

export interface Participant {
  sid: Sid<'KP'>;
  sessionSid: Sid<'KC'>;
  /** The participant's real number. */
  identifier: E164;
  friendlyName: string | null;
  /** The number that this participant dials to reach the other one. */
  proxyIdentifier: E164;
  proxyIdentifierSid: Sid<'PN'>;
  dateCreated: Instant;
  dateUpdated: Instant;
  dateDeleted: Instant | null;
}

export interface Session {
  sid: Sid<'KC'>;
  serviceSid: Sid<'KS'>;
  uniqueName: string;
  status: SessionStatus;
  closedReason: string | null;
  mode: SessionMode;
  /** Seconds since creation or the last interaction; 0 means none. */
  ttl: number;
  dateExpiry: Instant | null;
  dateStarted: Instant | null;
  dateEnded: Instant | null;
  dateLastInteraction: Instant | null;
  dateCreated: Instant;
  dateUpdated: Instant;
  /** At most two that are not deleted. */
  participants: Participant[];
}

export type CallStatus =
  | 'queued'
  | 'initiated'
  | 'ringing'
  | 'in-progress'
  | 'completed'
  | 'busy'
  | 'failed'
  | 'no-answer'
  | 'canceled';
export type MessageStatus =
  | 'accepted'
  | 'queued'
  | 'sending'
  | 'sent'
  | 'delivered'
  | 'undelivered'
  | 'failed'
  | 'receiving'
  | 'received';

export interface Interaction {
  sid: Sid<'KI'>;
  sessionSid: Sid<'KC'>;
  serviceSid: Sid<'KS'>;
  type: 'voice' | 'message' | 'unknown';
  /** JSON text, such as {"body":"..."} or {"duration":"12"}. */
  data: string;
  inboundParticipantSid: Sid<'KP'>;
  inboundResourceSid: Call['sid'] | Message['sid'];
  inboundResourceStatus: string;
  outboundParticipantSid: Sid<'KP'> | null;
  outboundResourceSid: Call['sid'] | Message['sid'] | null;
  outboundResourceStatus: string | null;
  dateCreated: Instant;
  dateUpdated: Instant;
}

/** A number that the account owns (api.twilio.com IncomingPhoneNumbers). */
export interface AccountNumber {
  sid: Sid<'PN'>;
  phoneNumber: E164;
  friendlyName: string;
  /** ISO 3166-1 alpha-2. */
  isoCountry: string;
  capabilities: { voice: boolean; sms: boolean; mms: boolean; fax: boolean };
  voiceUrl: string;
  voiceMethod: 'GET' | 'POST';
  voiceFallbackUrl: string;
  voiceFallbackMethod: 'GET' | 'POST';
  smsUrl: string;
  smsMethod: 'GET' | 'POST';
  smsFallbackUrl: string;
  smsFallbackMethod: 'GET' | 'POST';
  statusCallback: string;
  statusCallbackMethod: 'GET' | 'POST';
  dateCreated: Instant;
  dateUpdated: Instant;
}

export interface Call {
  sid: Sid<'CA'>;
  parentCallSid: Sid<'CA'> | null;
  /** E.164, or 'anonymous' where the caller withholds the number. */
  from: string;
  to: string;
  direction: 'inbound' | 'outbound-api' | 'outbound-dial';
  status: CallStatus;
  dateCreated: Instant;
  dateUpdated: Instant;
  startTime: Instant | null;
  endTime: Instant | null;
  /** Seconds, once ended. */
  duration: number | null;
}

/** A file of a message (MMS). https://www.twilio.com/docs/messaging/api/media-resource */
export interface Media {
  sid: Sid<'ME'>;
  /** Such as image/jpeg. */
  contentType: string;
}

export interface Message {
  /** MM where there is media. */
  sid: Sid<'SM'> | Sid<'MM'>;
  from: string;
  to: string;
  body: string;
  media: Media[];
  direction: 'inbound' | 'outbound-api' | 'outbound-call' | 'outbound-reply';
  status: MessageStatus;
  /** Why it failed. https://www.twilio.com/docs/api/errors */
  errorCode: number | null;
  dateCreated: Instant;
  dateUpdated: Instant;
}

/** https://www.twilio.com/docs/voice/api/recording */
export interface Recording {
  sid: Sid<'RE'>;
  /** Of a call with two legs: the caller's. */
  callSid: Sid<'CA'>;
  source: 'DialVerb' | 'RecordVerb' | 'StartCallRecordingAPI';
  channels: 1 | 2;
  track: 'inbound' | 'outbound' | 'both';
  status: 'in-progress' | 'paused' | 'completed' | 'absent' | 'deleted';
  startTime: Instant;
  /** Seconds; null while it runs. */
  duration: number | null;
  /** What was said while it ran: the simulator keeps words in place of sound. */
  words: string[];
  dateCreated: Instant;
  dateUpdated: Instant;
}

/** One line of the simulator's log: a REST call it answered, or a webhook it sent. */
export interface LogEntry {
  at: Instant;
  kind: 'rest' | 'webhook' | 'redis' | 'phone';
  method: string;
  /** `rest`: host and path; `webhook`: the whole URL without its query; `redis`: the path and the command names. */
  target: string;
  /** HTTP status, or 0 where no answer came. */
  status: number;
  /** Wall-clock milliseconds. */
  ms: number;
  /** What an onlooker wants to know in a few words, such as an error code or "blocked". */
  note?: string;
}
