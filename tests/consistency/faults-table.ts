import type { FaultRule as TwilioFault } from '../../simulator/twilio/faults';
import type { FaultRule as RedisFault } from '../../simulator/upstash';
import type { SubjectName } from './faults-requests';
import type { FaultSystem } from './faults-system';

/** What every request is answered while the failure lasts. */
export type Row = Readonly<Record<SubjectName, string>>;

export interface Failure {
  readonly name: string;
  inflict(system: FaultSystem): unknown;
  readonly answers: Row;
}

const FINE: Row = {
  'connect, same partner, late': '200',
  'connect, new partner': '200',
  'connect, same partner': '200',
  'connect, other partner': '200',
  cleanup: '200 closed 1, pending 0',
  sessions: '200',
  health: '200',
  intercept: '200',
  callback: '200',
  'out-of-session': '200 asked for the PIN',
  pin: '200 joined',
};

const noStore = '503 store_unavailable, again in 5 s';
const NO_STORE: Row = {
  'connect, same partner, late': noStore,
  'connect, new partner': noStore,
  'connect, same partner': noStore,
  'connect, other partner': noStore,
  cleanup: noStore,
  sessions: noStore,
  health: noStore,
  intercept: '403',
  callback: '503',
  'out-of-session': '200 a notice',
  pin: '200 a notice',
};

/** Only what needs Twilio suffers: a session that lives is found again, and is merely not extended. */
function noTwilio(answer: string): Row {
  return {
    ...FINE,
    'connect, new partner': answer,
    'connect, other partner': answer,
    cleanup: '200 closed 0, pending 1',
  };
}
const NO_TWILIO = noTwilio('503 switchboard_unavailable, again in 5 s');

const redis = (name: string, rule: RedisFault, answers: Row): Failure => ({
  name: `Redis ${name}`,
  inflict: ({ simulator }) => simulator.upstash.faults.add(rule),
  answers,
});
const twilio = (name: string, rule: Omit<TwilioFault, 'match'>, answers: Row): Failure => ({
  name: `Twilio ${name}`,
  inflict: ({ simulator }) => simulator.twilio.faults.add({ match: {}, ...rule }),
  answers,
});

export const failures: readonly Failure[] = [
  { name: 'nothing fails', inflict: () => undefined, answers: FINE },
  { name: 'Redis refuses connections', inflict: ({ wires }) => wires.redis.cut(), answers: NO_STORE },
  redis('resets before', { effect: 'reset-before' }, NO_STORE),
  redis('resets after the effect', { effect: 'reset-after' }, NO_STORE),
  redis('hangs', { effect: 'hang' }, NO_STORE),
  redis('takes 1 s', { effect: 'delay', ms: 1_000 }, FINE),
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
    answers: FINE,
  },
  { name: 'Twilio refuses connections', inflict: ({ wires }) => wires.twilio.cut(), answers: NO_TWILIO },
  twilio('resets before', { effect: 'reset-before' }, NO_TWILIO),
  twilio('resets after the effect', { effect: 'reset-after' }, NO_TWILIO),
  twilio('hangs', { effect: 'hang' }, NO_TWILIO),
  twilio('takes 1 s', { effect: 'delay', ms: 1_000 }, FINE),
  twilio(
    'answers 429, again in 1 s',
    { effect: 'error', status: 429, code: 80621, retryAfterSeconds: 1 },
    noTwilio('503 switchboard_unavailable, again in 1 s'),
  ),
  twilio(
    'answers 429, again in 30 s',
    { effect: 'error', status: 429, code: 80621, retryAfterSeconds: 30 },
    noTwilio('503 switchboard_unavailable, again in 30 s'),
  ),
  twilio('answers 500', { effect: 'error', status: 500 }, NO_TWILIO),
  twilio('answers 503', { effect: 'error', status: 503 }, NO_TWILIO),
  twilio('answers with a page after the effect', { effect: 'malformed' }, NO_TWILIO),
  twilio('answers with a page', { effect: 'error', status: 200, body: '<html>' }, NO_TWILIO),
];
