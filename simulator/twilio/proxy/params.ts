import type {
  Call,
  E164,
  Instant,
  Interaction,
  Message,
  Participant,
  ProxyService,
  Session,
  SessionMode,
  SessionStatus,
  Sid,
} from '../model';

/** What creates a participant. https://www.twilio.com/docs/proxy/api/participant */
export interface ParticipantParams {
  /** The participant's real number. */
  identifier: string;
  /** The number this participant is to dial; Proxy chooses where it is absent. */
  proxyIdentifier?: string | undefined;
  proxyIdentifierSid?: string | undefined;
  friendlyName?: string | undefined;
}

/** What may change of a session. */
export interface SessionChanges {
  /** Seconds; 0 means none. */
  ttl?: number | undefined;
  dateExpiry?: Instant | undefined;
  status?: SessionStatus | undefined;
}

/** What creates a session. https://www.twilio.com/docs/proxy/api/session */
export interface SessionParams extends SessionChanges {
  uniqueName?: string | undefined;
  /** `voice-and-message` where absent, as at Twilio. */
  mode?: SessionMode | undefined;
  participants?: readonly ParticipantParams[] | undefined;
}

/** What may change of a service; creating one needs `uniqueName` too. */
export type ServiceChanges = Partial<Omit<ProxyService, 'sid' | 'dateCreated' | 'dateUpdated'>>;

/** A session as one of its two participants reaches the other through it. */
export interface Route {
  session: Session;
  /** Who calls or writes. */
  inbound: Participant;
  /** Who is reached. */
  outbound: Participant;
}

/** The call or message that a participant starts. */
export interface InboundResource {
  type: 'voice' | 'message';
  sid: Call['sid'] | Message['sid'];
  status: string;
  /** JSON text. */
  data: string;
}

export type InteractionChanges = Partial<
  Pick<
    Interaction,
    | 'data'
    | 'inboundResourceStatus'
    | 'outboundParticipantSid'
    | 'outboundResourceSid'
    | 'outboundResourceStatus'
  >
>;

/** A number to put into a service: by sid or by the number itself. */
export interface ProxyNumberParams {
  sid?: string | undefined;
  phoneNumber?: string | undefined;
  isReserved?: boolean | undefined;
}

/** A proxy number as a participant gets it. */
export interface AssignedNumber {
  sid: Sid<'PN'>;
  phoneNumber: E164;
}
