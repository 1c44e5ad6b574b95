import type { RealNumber } from '../../src/masking/numbers';
import type { SessionId, UserId } from '../../src/masking/session';
import type { Identity, RedisMaintenance } from '../../src/store/redis-maintenance';
import { numberHash, pairHash } from '../../src/store/seal';
import { counted } from '../counted';

/** By what a user is recognised, in the store and at Twilio. */
export interface Traces extends Identity {
  /** The user's sessions on record. */
  readonly onRecord: readonly SessionId[];
  /** Sessions on record of others: they need not be looked at. */
  readonly ofOthers: ReadonlySet<SessionId>;
}

interface Tools {
  readonly maintenance: Pick<RedisMaintenance, 'sessions' | 'callsOf'>;
  readonly lookupKey: Uint8Array;
  readonly progress: (text: string) => void;
}

/** Gathers the user's sessions, partners and numbers from the sessions on record and the call log. */
export async function traceUser(
  userId: UserId,
  phones: readonly RealNumber[],
  { maintenance, lookupKey, progress }: Tools,
): Promise<Traces> {
  const hashes = new Set(phones.map((phone) => numberHash(phone, lookupKey)));
  const pairs = new Set<string>();
  const onRecord = new Set<SessionId>();
  const ofOthers = new Set<SessionId>();
  for await (const page of maintenance.sessions()) {
    for (const { sessionId, userIds, pair, hashes: both } of page) {
      const isOwn = userIds.includes(userId);
      (isOwn ? onRecord : ofOthers).add(sessionId);
      if (isOwn) pairs.add(pair);
      for (const [side, hash] of both.entries()) if (userIds[side] === userId) hashes.add(hash);
    }
    progress(`${counted(onRecord.size + ofOthers.size, 'session')} on record read`);
  }
  const sessionIds = new Set(onRecord);
  for await (const calls of maintenance.callsOf(userId)) {
    for (const { sessionId, peerId } of calls) {
      sessionIds.add(sessionId);
      pairs.add(pairHash(userId, peerId, lookupKey));
    }
  }
  return {
    userId,
    hashes: [...hashes],
    pairs: [...pairs],
    sessionIds: [...sessionIds],
    onRecord: [...onRecord],
    ofOthers,
  };
}
