import { deadlineIn } from '../../src/masking/deadline';
import { numberHash } from '../../src/store/seal';
import { Failure } from '../command';
import type { ProxySession } from '../reconcile/proxy-sessions';
import type { ForgetTools } from './forget';
import type { Traces } from './traces';

const CLOSE_MS = 8_000;

/** What was found at Twilio besides the sessions on record. */
export interface TwilioSearch {
  /** False when Twilio did not answer. */
  readonly isSearched: boolean;
  /** Sessions that are not on record and hold a number of the user: deleted, or in a dry run found. */
  readonly leftovers: number;
  /** How many of them could not be deleted. */
  readonly failed: number;
}

/**
 * Twilio keeps an ended session, real numbers included, for 90 days. Those of the user are known by the numbers in them or, from the call
 * log, by their names.
 */
export async function searchTwilio(
  traces: Traces,
  apply: boolean,
  tools: ForgetTools,
): Promise<TwilioSearch> {
  let leftovers = 0;
  let failed = 0;
  try {
    for await (const session of unrecorded(traces, tools)) {
      leftovers += 1;
      if (apply && !(await remove(session, tools))) failed += 1;
      tools.progress(`${leftovers} ended sessions of the user at Twilio`);
    }
    return { isSearched: true, leftovers, failed };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { isSearched: false, leftovers, failed };
  }
}

/** All pages are read before the first deletion, so that none is skipped. */
async function* unrecorded(traces: Traces, tools: ForgetTools): AsyncGenerator<ProxySession> {
  const candidates: ProxySession[] = [];
  const known = new Set([...traces.onRecord, ...traces.ofOthers]);
  for await (const { ours } of tools.proxy.pages()) {
    candidates.push(...ours.filter(({ sessionId }) => !known.has(sessionId)));
  }
  const named = new Set(traces.sessionIds);
  for (const session of candidates) {
    if (named.has(session.sessionId) || (await holdsNumber(session, traces, tools))) yield session;
  }
}

/** A live session that came on record only after the records were read belongs to whoever opened it: it is not looked at. */
async function holdsNumber(
  { sid, isLive }: ProxySession,
  { hashes }: Traces,
  { proxy, lookupKey }: ForgetTools,
): Promise<boolean> {
  if (isLive || hashes.length === 0) return false;
  const numbers = await proxy.realNumbers(sid);
  return numbers.some((number) => hashes.includes(numberHash(number, lookupKey)));
}

async function remove(
  { sessionId, sid }: ProxySession,
  { switchboard, pace }: ForgetTools,
): Promise<boolean> {
  await pace();
  return (await switchboard.close({ sessionId, sid }, deadlineIn(CLOSE_MS))) === 'closed';
}
