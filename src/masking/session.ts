import type { Country, ProxyNumber, RealNumber } from './numbers';

/** The marketplace's own opaque id of a person: 1 to 128 characters. */
export type UserId = string & { readonly __brand: 'UserId' };

/** Our own id of a session; at Twilio Proxy it is the session's UniqueName, so that a lost answer can be found again. */
export type SessionId = string & { readonly __brand: 'SessionId' };

/** What joins two phones: Twilio Proxy, or our own routing on Programmable Voice and Messaging. */
export type SwitchboardName = 'proxy' | 'voice';

/** The id that the switchboard gave the session: Proxy's `KC...`; with `voice` it is our own id. */
export type SwitchboardSid = string & { readonly __brand: 'SwitchboardSid' };

export interface Participant {
  readonly userId: UserId;
  readonly number: RealNumber;
  readonly country: Country;
}

export interface Pair {
  readonly caller: Participant;
  readonly callee: Participant;
}

/** The number that each side dials to reach the other. */
export interface Numbers {
  readonly caller: ProxyNumber;
  readonly callee: ProxyNumber;
}

/** A session that must end at the switchboard; without `sid` its fate there is unknown and it is looked for by its id. */
export interface ClosingSession {
  readonly sessionId: SessionId;
  readonly sid?: SwitchboardSid;
}

/**
 * Six digits that join a caller from another phone, or with a withheld number, to the partner; valid on the number that its user dials
 * and as long as the session.
 */
export type Pin = string & { readonly __brand: 'Pin' };

/** One live session as its user may see it. */
export interface LiveSession {
  readonly tel: ProxyNumber;
  readonly peerId: UserId;
  readonly expiresAtMs: number;
}
