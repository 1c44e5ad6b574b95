import type { FaultRule as TwilioFault } from '../../simulator/twilio/faults';
import type { FaultRule as RedisFault } from '../../simulator/upstash';
import type { FaultSystem } from './faults-system';

/** What cannot be asked while a failure lasts; `refusal` is what a client is told who needs Twilio Proxy. */
export type Effect = 'none' | 'no store' | { readonly refusal: string };

export interface Failure {
  readonly name: string;
  inflict(system: FaultSystem): unknown;
  readonly effect: Effect;
}

const NO_STORE = 'no store';
const noTwilio = (seconds: number): Effect => ({
  refusal: `503 switchboard_unavailable, again in ${seconds} s`,
});
const NO_TWILIO = noTwilio(5);

const redis = (name: string, rule: RedisFault, effect: Effect): Failure => ({
  name: `Redis ${name}`,
  inflict: ({ simulator }) => simulator.upstash.faults.add(rule),
  effect,
});
const twilio = (name: string, rule: Omit<TwilioFault, 'match'>, effect: Effect): Failure => ({
  name: `Twilio ${name}`,
  inflict: ({ simulator }) => simulator.twilio.faults.add({ match: {}, ...rule }),
  effect,
});

export const failures: readonly Failure[] = [
  { name: 'nothing fails', inflict: () => undefined, effect: 'none' },
  { name: 'Redis refuses connections', inflict: ({ wires }) => wires.redis.cut(), effect: NO_STORE },
  redis('resets before', { effect: 'reset-before' }, NO_STORE),
  redis('resets after the effect', { effect: 'reset-after' }, NO_STORE),
  redis('hangs', { effect: 'hang' }, NO_STORE),
  redis('takes 1 s', { effect: 'delay', ms: 1_000 }, 'none'),
  redis(
    'answers 429, again in 30 s',
    { effect: 'error', status: 429, body: '{"error":"ERR rate limit"}', retryAfterSeconds: 30 },
    NO_STORE,
  ),
  redis('answers 500', { effect: 'error' }, NO_STORE),
  redis('answers 503 with a page', { effect: 'error', status: 503, body: '<html>' }, NO_STORE),
  redis('answers half a JSON', { effect: 'malformed' }, NO_STORE),
  redis('is read-only', { effect: 'readonly' }, NO_STORE),
  redis('is full', { effect: 'oom' }, NO_STORE),
  {
    name: 'Redis has lost its scripts',
    inflict: (system) => system.command('script', 'flush'),
    effect: 'none',
  },
  { name: 'Twilio refuses connections', inflict: ({ wires }) => wires.twilio.cut(), effect: NO_TWILIO },
  twilio('resets before', { effect: 'reset-before' }, NO_TWILIO),
  twilio('resets after the effect', { effect: 'reset-after' }, NO_TWILIO),
  twilio('hangs', { effect: 'hang' }, NO_TWILIO),
  twilio('takes 1 s', { effect: 'delay', ms: 1_000 }, 'none'),
  twilio(
    'answers 429, again in 1 s',
    { effect: 'error', status: 429, code: 80621, retryAfterSeconds: 1 },
    noTwilio(1),
  ),
  twilio(
    'answers 429, again in 30 s',
    { effect: 'error', status: 429, code: 80621, retryAfterSeconds: 30 },
    noTwilio(30),
  ),
  twilio('answers 500', { effect: 'error', status: 500 }, NO_TWILIO),
  twilio('answers 503', { effect: 'error', status: 503 }, NO_TWILIO),
  twilio('answers with a page after the effect', { effect: 'malformed' }, NO_TWILIO),
  twilio('answers with a page', { effect: 'error', status: 200, body: '<html>' }, NO_TWILIO),
];
