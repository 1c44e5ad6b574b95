import type { E164, Instant, Sid } from '../model';

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

/** Somebody in a conference. https://www.twilio.com/docs/voice/api/conference-participant-resource */
export interface ConferenceParticipant {
  callSid: Call['sid'];
  label: string | null;
  startConferenceOnEnter: boolean;
  endConferenceOnExit: boolean;
  dateCreated: Instant;
}

/** https://www.twilio.com/docs/voice/api/conference-resource */
export interface Conference {
  sid: Sid<'CF'>;
  friendlyName: string;
  /** `init` until the second participant is there. */
  status: 'init' | 'in-progress' | 'completed';
  reasonEnded:
    | 'conference-ended-via-api'
    | 'participant-with-end-conference-on-exit-left'
    | 'last-participant-left'
    | null;
  callSidEnding: Call['sid'] | null;
  /** Who is there now, in the order of coming. */
  participants: ConferenceParticipant[];
  dateCreated: Instant;
  dateUpdated: Instant;
}
