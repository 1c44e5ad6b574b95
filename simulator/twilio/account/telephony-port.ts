import type { Call, Conference, Message, Participant, Recording, Session } from '../model';

/** Where a call goes for its instructions: a webhook or the TwiML itself. */
export interface CallInstructions {
  url?: string | undefined;
  method?: 'GET' | 'POST' | undefined;
  twiml?: string | undefined;
}

/** A call that the REST API was asked to place. https://www.twilio.com/docs/voice/api/call-resource#create-a-call */
export interface OutboundCall extends CallInstructions {
  from: string;
  to: string;
  /** Seconds to let it ring. */
  timeout?: number | undefined;
  /** Seconds after which the call is ended. */
  timeLimit?: number | undefined;
  statusCallback?: string | undefined;
  statusCallbackMethod?: 'GET' | 'POST' | undefined;
  statusCallbackEvent?: readonly string[] | undefined;
}

/** A text that the REST API was asked to send. https://www.twilio.com/docs/messaging/api/message-resource */
export interface OutboundMessage {
  from: string;
  to: string;
  body: string;
  statusCallback?: string | undefined;
}

/** A recording that the REST API was asked to start. https://www.twilio.com/docs/voice/api/recording#create-a-recording */
export interface CallRecording extends Pick<Recording, 'channels' | 'track'> {
  callback?: { url: string; method: 'GET' | 'POST'; events: readonly string[] } | undefined;
}

/** What the REST API needs of the telephone network. Each method records and returns at once; the rest happens later. */
export interface TelephonyPort {
  placeCall(call: OutboundCall): Call;
  /** Sends a call that is under way to other instructions. */
  redirectCall(call: Call, instructions: CallInstructions): void;
  /** Ends a call: `canceled` only while it has not been answered. */
  endCall(call: Call, status: 'completed' | 'canceled'): void;
  /** Starts recording; undefined where the call is not in progress. */
  recordCall(call: Call, wish: CallRecording): Recording | undefined;
  /** Pauses, resumes or ends a recording; undefined where there is none under way. `sid` may be `Twilio.CURRENT`. */
  changeRecording(
    callSid: string,
    sid: string,
    status: 'paused' | 'in-progress' | 'stopped',
  ): Recording | undefined;
  endConference(conference: Conference): void;
  /** Lets everybody in a conference hear what a webhook answers. */
  announce(conference: Conference, source: { url: string; method: 'GET' | 'POST' }): void;
  sendMessage(message: OutboundMessage): Message;
  /** Sends a text to a participant from the number that the participant dials. */
  sendToParticipant(session: Session, participant: Participant, body: string): Message;
}
