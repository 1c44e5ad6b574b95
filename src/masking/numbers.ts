/** A user's own phone number in E.164. Never shown to anybody but the switchboard. */
export type RealNumber = `+${string}` & { readonly __brand: 'RealNumber' };

/** A number of the service, in E.164: what a participant dials and what a partner sees. */
export type ProxyNumber = `+${string}` & { readonly __brand: 'ProxyNumber' };

/** ISO 3166-1 alpha-2, such as `JP`. */
export type Country = string & { readonly __brand: 'Country' };

/** Why a number cannot be called through the service; each is also the end of a stable error code. */
export type NumberRefusal =
  | 'invalid'
  | 'too_short'
  | 'too_long'
  | 'emergency'
  | 'toll_free'
  | 'premium_rate'
  | 'not_a_subscriber'
  | 'country_not_allowed'
  | 'range_refused';

export interface SubscriberNumber {
  readonly number: RealNumber;
  readonly country: Country;
}

export type NumberResult =
  | ({ readonly ok: true } & SubscriberNumber)
  | { readonly ok: false; readonly reason: NumberRefusal };

/** A proxy number from the pool or from Twilio, checked for its E.164 form only. */
export function isE164(text: string): text is `+${string}` {
  return /^\+[1-9]\d{6,14}$/.test(text);
}
