import { deadlineIn } from '../../src/masking/deadline';
import { ScriptRunner } from '../../src/store/script-runner';
import { poolSize } from '../../src/store/scripts';
import type { Settings } from '../settings';
import { askTwilio } from '../twilio-call';
import { clientFor } from '../twilio-client';

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

/** @throws Failure with what to do, where Twilio or the database does not let us in. */
export async function checkAccess(access: Access): Promise<void> {
  await Promise.all([checkAccount(access), checkDatabase(access)]);
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
