import { deadlineIn } from '../../src/masking/deadline';
import { DependencyError } from '../../src/masking/errors';
import { ScriptRunner } from '../../src/store/script-runner';
import { poolSize } from '../../src/store/scripts';
import { sentenceOn } from '../command';
import { requireSettings, type Settings } from '../settings';
import { askTwilio, TwilioFailure } from '../twilio-call';
import { clientFor } from '../twilio-client';
import type { Questions } from './ask';

/** What only the operator knows. */
export const accessNames = [
  'ACCOUNT_SID',
  'AUTH_TOKEN',
  'UPSTASH_REDIS_REST_URL',
  'UPSTASH_REDIS_REST_TOKEN',
] as const;

/** Access to the account and to the database. */
export type Access = Settings & Record<(typeof accessNames)[number], string>;

const CHECK_MS = 5_000;

/**
 * Access that Twilio and the database grant. What somebody has typed in wrongly is asked again; what the settings say is not.
 * @throws Failure with what to do, where Twilio or the database does not let us in.
 */
export async function openAccess(
  settings: Settings,
  questions: Pick<Questions, 'access' | 'tell'> | undefined,
): Promise<Access> {
  if (questions === undefined) return checked(requireSettings(settings, accessNames));
  const access = await questions.access(settings);
  return checked(access).catch((error: unknown) => {
    const wrong = doubtful(error).filter((name) => !settings[name]);
    if (wrong.length === 0) throw error;
    questions.tell(sentenceOn(error) ?? '');
    return openAccess(without(wrong, access), questions);
  });
}

/** Whose values an error speaks of. */
function doubtful(error: unknown): readonly string[] {
  const [sid, token, ...database] = accessNames;
  if (error instanceof TwilioFailure && error.code === WRONG_CREDENTIALS) return [sid, token];
  return error instanceof DependencyError && error.dependency === 'store' ? database : [];
}

/** @see https://www.twilio.com/docs/api/errors/20003 */
const WRONG_CREDENTIALS = 20003;

function without(names: readonly string[], settings: Settings): Settings {
  return Object.fromEntries(Object.entries(settings).filter(([name]) => !names.includes(name)));
}

async function checked(access: Access): Promise<Access> {
  await Promise.all([checkAccount(access), checkDatabase(access)]);
  return access;
}

async function checkAccount(access: Access): Promise<void> {
  const client = await clientFor(access);
  await askTwilio(() => client.api.v2010.accounts(access.ACCOUNT_SID).fetch());
}

/** A script is run, since a token that may only read is refused just then. @throws DependencyError */
export async function checkDatabase(
  access: Pick<Access, 'UPSTASH_REDIS_REST_URL' | 'UPSTASH_REDIS_REST_TOKEN'> & { KEY_PREFIX?: string },
): Promise<void> {
  const { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token, KEY_PREFIX: prefix = 'tk:' } = access;
  const runner = new ScriptRunner({ url, token });
  const nothing = { prefix, switchboard: 'proxy', country: 'ZZ', nowMs: Date.now(), coolOffMs: 0 };
  await runner.run(poolSize, nothing, deadlineIn(CHECK_MS));
}
