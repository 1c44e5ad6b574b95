import type { Simulator } from '../../simulator/index';
import type { FaultRule as TwilioFault } from '../../simulator/twilio/faults';
import type { FaultRule as RedisFault } from '../../simulator/upstash/faults';

const twilioEffects: Omit<TwilioFault, 'match'>[] = [
  { effect: 'error', status: 500 },
  { effect: 'error', status: 429, code: 80621, retryAfterSeconds: 1 },
  { effect: 'reset-before' },
  { effect: 'reset-after' },
  { effect: 'hang' },
  { effect: 'malformed' },
  { effect: 'delay', ms: 1_000 },
];

const redisEffects: RedisFault[] = [
  { effect: 'error', status: 503 },
  { effect: 'reset-before' },
  { effect: 'reset-after' },
  { effect: 'hang' },
  { effect: 'malformed' },
  { effect: 'readonly' },
  { effect: 'delay', ms: 1_000 },
];

/** Lets about this share of all requests to Twilio and to Redis fail, in every way in turn. */
export function injectFaults({ twilio, upstash }: Simulator, rate: number): void {
  for (const effect of twilioEffects) {
    twilio.faults.add({ ...effect, match: {}, probability: rate / twilioEffects.length });
  }
  for (const effect of redisEffects) {
    upstash.faults.add({ ...effect, probability: rate / redisEffects.length });
  }
}

/** Ends all faults, and tells how often Twilio had one. */
export function clearFaults({ twilio, upstash }: Simulator): number {
  const strikes = twilio.faults.list().reduce((sum, fault) => sum + fault.strikes, 0);
  twilio.faults.clear();
  upstash.faults.clear();
  return strikes;
}
