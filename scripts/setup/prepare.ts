import { functionsUrlOf } from '../deployment';
import { envFile, readSettings, readText, type ServiceOptions, type Settings, settingsIn } from '../settings';
import { clientFor } from '../twilio-client';
import { openAccess } from './access';
import type { Questions } from './ask';
import { chooseBy } from './choose';
import { missingKeys, type NewKeys } from './keys';
import type { SetupContext } from './plan';

export interface SetupOptions extends ServiceOptions {
  numbers?: string;
  /** The unique name of a Proxy service to make or to use. */
  service: string;
  switchboard?: 'proxy' | 'voice';
  domain?: string;
  /** Puts back what numbers did before. */
  restore?: boolean;
  dryRun?: boolean;
  yes?: boolean;
}

/** What setup knows before it plans. */
export interface Prepared {
  readonly context: SetupContext;
  readonly keys: NewKeys;
  /** What the settings file does not say yet, the hash of a new API key excepted. */
  readonly noted: Settings;
}

/** Reads the settings, asks for what is missing, and tries the access to Twilio and to the database. @throws Failure */
export async function prepare(options: SetupOptions, questions: Questions | undefined): Promise<Prepared> {
  const env = envFile(options.env);
  const functionsUrl = functionsUrlOf(env, options.domain);
  const read = { ...readSettings(env), ...chosenSwitchboard(options) };
  const access = await openAccess(read, questions);
  const keys = options.restore ? { variables: {} } : missingKeys(access);
  const known: Settings = { ...access, ...keys.variables };
  const choose = options.numbers === undefined && questions ? questions.choose : chooseBy(options.numbers);
  const context: SetupContext = {
    env,
    settings: known,
    client: await clientFor(access),
    serviceName: options.service,
    choose,
    functionsUrl,
  };
  return { context, keys, noted: unwritten(env, known) };
}

function chosenSwitchboard({ switchboard }: SetupOptions): Settings {
  return switchboard === undefined ? {} : { SWITCHBOARD: switchboard };
}

/** What the file has no value for or, of what may be replaced, another one. */
function unwritten(env: string, known: Settings): Settings {
  const written = settingsIn(readText(env));
  const isNew = (name: string, value: string) =>
    REPLACEABLE.includes(name) ? written[name] !== value : !written[name];
  return Object.fromEntries(Object.entries(known).filter(([name, value]) => isNew(name, value)));
}

/** An operator may choose it anew; every other value in the file stays. */
export const REPLACEABLE: readonly string[] = ['SWITCHBOARD'];
