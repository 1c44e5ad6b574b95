import { contextProblems } from '../../simulator/edge/limits';
import { defaultOf, variableNames } from '../../src/config';
import { Failure } from '../command';
import type { Settings } from '../settings';

/** Twilio adds these to every Function's context by itself. */
const CREDENTIALS = ['ACCOUNT_SID', 'AUTH_TOKEN'];

/** How many of the largest variables a refusal names. */
const NAMED = 5;

/** The variables that are sent: those that the Functions read and whose value is not the default. */
export function deployedVariables(settings: Settings): Settings {
  const names = variableNames.filter(
    (name) => settings[name] && settings[name] !== defaultOf(name) && !CREDENTIALS.includes(name),
  );
  return Object.fromEntries(names.map((name) => [name, settings[name] ?? '']));
}

/** Bytes of each value, the largest first. */
export function sizesOf(variables: Settings): [name: string, bytes: number][] {
  return Object.entries(variables)
    .map(([name, value]): [string, number] => [name, Buffer.byteLength(value)])
    .sort(([, one], [, other]) => other - one);
}

/** Bytes of the whole context as JSON, with what Twilio adds to it. */
export function contextBytes(variables: Settings, settings: Settings): number {
  return Buffer.byteLength(JSON.stringify(contextWith(variables, settings)));
}

/**
 * Checks the variables against the platform's limits before anything is sent.
 * @throws Failure with the sizes, or with a variable that Functions at Twilio could not use.
 * @see https://www.twilio.com/docs/api/errors/82006
 */
export function checkVariables(variables: Settings, settings: Settings, isRehearsal: boolean): void {
  const problems = contextProblems(contextWith(variables, settings));
  if (problems.length > 0) {
    const largest = sizesOf(variables).slice(0, NAMED);
    const sizes = largest.map(([name, bytes]) => `${name} ${bytes}`).join(', ');
    throw new Failure(
      `Twilio would refuse these variables: ${problems.join('; ')} (error 82006). The largest are: ${sizes} bytes. Shorten or remove some in .env.`,
    );
  }
  if (isRehearsal) return;
  const local = Object.keys(variables).filter(
    (name) => name.endsWith('_URL') && isLocal(variables[name] ?? ''),
  );
  if (local.length === 0) return;
  throw new Failure(
    `${local.join(' and ')} in .env ${local.length === 1 ? 'is an address' : 'are addresses'} of this machine, which Functions at Twilio cannot reach. Take the simulator's settings out of .env.`,
  );
}

/** Whether a URL leads to this machine. */
export function isLocal(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return /^https?:$/.test(protocol) && /^(localhost|127\.[\d.]+|\[::1\]|0\.0\.0\.0)$/.test(hostname);
}

/** With the longest values that Twilio can be expected to add. */
function contextWith(variables: Settings, { ACCOUNT_SID = '', AUTH_TOKEN = '' }: Settings): Settings {
  const sid = ACCOUNT_SID.replace(/./g, 'x');
  return {
    ...variables,
    ACCOUNT_SID,
    AUTH_TOKEN,
    DOMAIN_NAME: 'tokumei-1234-production.twil.io',
    PATH: '/proxy/out-of-session',
    SERVICE_SID: sid,
    ENVIRONMENT_SID: sid,
  };
}
