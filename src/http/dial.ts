import type { Config } from '../config';
import type { ProxyNumber, RealNumber } from '../masking/numbers';
import type { Verb } from './twiml';

/** Whom a call reaches, and the number of the service that the partner's phone shows. */
export interface Joining {
  readonly partner: RealNumber;
  readonly callerId: ProxyNumber;
}

export interface DialOptions {
  /** Where Twilio asks how to go on when the call to the partner is over; relative to the Function that answers. */
  readonly action: string;
  readonly timeLimitSeconds?: number;
  /** Attributes of the called number. */
  readonly number?: Readonly<Record<string, string>>;
}

/**
 * Rings the partner; the caller hears the ringing until the two are connected.
 * @see https://www.twilio.com/docs/voice/twiml/dial
 */
export function dial(
  { partner, callerId }: Joining,
  { RING_SECONDS }: Pick<Config, 'RING_SECONDS'>,
  { action, timeLimitSeconds, number = {} }: DialOptions,
): Verb {
  const attributes = {
    callerId,
    answerOnBridge: 'true',
    timeout: String(RING_SECONDS),
    ...(timeLimitSeconds === undefined ? {} : { timeLimit: String(timeLimitSeconds) }),
    action,
    method: 'POST',
  };
  return { verb: 'Dial', attributes, children: [{ verb: 'Number', attributes: number, text: partner }] };
}
