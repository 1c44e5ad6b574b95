/** The records that the simulated Twilio keeps. Field names are ours; `rest/` renders them as Twilio does. */

import type { Call, Message } from './account/records';

export type * from './account/records';

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

/** An entry of Twilio's debugger. */
export interface Alert {
  sid: Sid<'NO'>;
  /** Twilio's error code: https://www.twilio.com/docs/api/errors */
  code: number;
  text: string;
  dateCreated: Instant;
}

/** One line of the simulator's log: a REST call it answered, or a webhook it sent. */
export interface LogEntry {
  at: Instant;
  kind: 'rest' | 'webhook' | 'redis' | 'qstash' | 'phone';
  method: string;
  /** `rest`: host and path; `webhook`: the whole URL without its query; `redis`: the path and the command names; `qstash`: the path. */
  target: string;
  /** HTTP status, or 0 where no answer came. */
  status: number;
  /** Wall-clock milliseconds. */
  ms: number;
  /** What an onlooker wants to know in a few words, such as an error code or "blocked". */
  note?: string;
}
