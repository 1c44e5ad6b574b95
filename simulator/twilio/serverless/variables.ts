import { limits } from '../../edge/limits';
import type { Clock } from '../model';
import { newSid } from '../sids';
import type { TwilioError } from '../twilio-error';
import { refusal } from './errors';
import { serverlessLimits } from './limits';
import type { Environment, Variable } from './model';

type Assignment = Pick<Variable, 'key' | 'value'>;

/** The variables of environments. https://www.twilio.com/docs/serverless/api/resource/variable */
export class Variables {
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get({ variables }: Environment, sid: string): Variable | TwilioError {
    return variables.get(sid) ?? refusal.notFound('Variable');
  }

  create(environment: Environment, assignment: Assignment): Variable | TwilioError {
    const refused = refuse(environment, assignment);
    if (refused) return refused;
    const now = this.#clock.now();
    const variable: Variable = { sid: newSid('ZV'), ...assignment, dateCreated: now, dateUpdated: now };
    return environment.variables.add(variable);
  }

  update(environment: Environment, old: Variable, assignment: Assignment): Variable | TwilioError {
    const refused = refuse(environment, assignment, old);
    return refused ?? Object.assign(old, assignment, { dateUpdated: this.#clock.now() });
  }

  delete({ variables }: Environment, sid: string): TwilioError | undefined {
    return variables.delete(sid) ? undefined : refusal.notFound('Variable');
  }
}

function refuse(
  { variables }: Environment,
  { key, value }: Assignment,
  old?: Variable,
): TwilioError | undefined {
  if (!/^[A-Za-z_]\w*$/.test(key) || key.length > serverlessLimits.keyLength) return refusal.invalid('Key');
  if (Buffer.byteLength(value) > limits.variableBytes) return refusal.tooLarge('Value', limits.variableBytes);
  const taken = [...variables].some((variable) => variable.key === key && variable !== old);
  return taken ? refusal.taken('Key') : undefined;
}
