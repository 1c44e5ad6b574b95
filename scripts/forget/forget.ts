import { cleanup } from '../../src/masking/cleanup';
import { deadlineIn } from '../../src/masking/deadline';
import type { RealNumber } from '../../src/masking/numbers';
import type { SessionStore, Switchboard } from '../../src/masking/ports';
import type { UserId } from '../../src/masking/session';
import {
  type Erased,
  erasedTogether,
  type Identity,
  type RedisMaintenance,
} from '../../src/store/redis-maintenance';
import { counted } from '../counted';
import type { Pace } from '../pace';
import type { ProxyRecord } from '../reconcile/proxy-sessions';
import type { Deletion } from '../recordings/delete';
import { traceUser } from './traces';
import { searchTwilio, type TwilioSearch } from './twilio';

/** Closing all sessions of one user at Twilio. */
const CLEANUP_MS = 60_000;

export interface ForgetTools {
  readonly maintenance: RedisMaintenance;
  readonly store: SessionStore;
  readonly switchboard: Switchboard;
  readonly proxy: ProxyRecord;
  readonly pace: Pace;
  /** What numbers and pairs are looked up by. */
  readonly lookupKey: Uint8Array;
  readonly progress: (text: string) => void;
  /** Deletes the recordings of the user's calls, or in a dry run counts them. */
  readonly recordings: (userId: UserId, options: { dryRun: boolean }) => Promise<Deletion>;
}

export interface Forgotten {
  /** Sessions of the user: closed, or in a dry run found. */
  readonly sessions: number;
  /** Sessions that could not be closed: they stay on record, with the user's number encrypted, until the next run. */
  readonly pending: number;
  readonly erased: Erased;
  readonly twilio: TwilioSearch;
  readonly recordings: Deletion;
  /** Whether nothing of the user is left; always false in a dry run. */
  readonly isComplete: boolean;
}

/**
 * Erases a user: sessions at the switchboard and on record, routes, memories of pairs, quotas, the user's own blocks, and the user's id in the call log.
 * Blocks by others stay: they protect these others, and hold no more than an id. Running it
 * again is harmless and completes what an outage of Twilio left.
 * @param phones the user's numbers; what is bound to a number alone can be found only with it once the sessions are gone
 * @throws DependencyError when Redis does not answer.
 */
export async function forget(
  userId: UserId,
  tools: ForgetTools,
  { apply, phones }: { apply: boolean; phones: readonly RealNumber[] },
): Promise<Forgotten> {
  const identity = await traceUser(userId, phones, tools);
  const found = { closed: identity.onRecord.length, pending: 0 };
  const deadline = deadlineIn(CLEANUP_MS);
  const { closed, pending } = apply ? await cleanup(userId, { ...tools, deadline }) : found;
  const recordings = await tools.recordings(userId, { dryRun: !apply });
  // The call log tells whose a recording is: the user's id stays in it until the recordings are gone.
  const erased = await erase(identity, apply && recordings.failed === 0, tools);
  const twilio = await searchTwilio(identity, apply, tools);
  const failed = pending + twilio.failed + recordings.failed;
  const isComplete = apply && twilio.isSearched && failed === 0;
  return { sessions: closed, pending, erased, twilio, recordings, isComplete };
}

async function erase(
  identity: Identity,
  apply: boolean,
  { maintenance, progress }: ForgetTools,
): Promise<Erased> {
  let sum = erasedTogether([]);
  for await (const step of maintenance.eraseUser(identity, { apply })) {
    sum = erasedTogether([sum, step]);
    progress(
      `${counted(
        Object.values(sum).reduce((all, count) => all + count, 0),
        'trace',
      )} in Redis`,
    );
  }
  return sum;
}
