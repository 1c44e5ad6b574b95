import type { Twilio } from 'twilio';
import type { Deadline } from '../../masking/ports';
import type { SessionId, SwitchboardSid } from '../../masking/session';
import { callOnce } from './retry';

export type Found =
  | { readonly kind: 'found'; readonly sid: SwitchboardSid }
  | { readonly kind: 'absent' }
  /** The search could not be finished. */
  | { readonly kind: 'unknown' };

const PAGE_SIZE = 100;
/** Below this there is no time for another page, in milliseconds. */
const PAGE_MS = 1_200;

/**
 * Finds a session by our own id, which is its UniqueName. Whether Proxy fetches by unique name is undocumented, so this is tried
 * first and the list of sessions, a hundred a page, is searched where it fails.
 */
export async function findSession(
  client: Twilio,
  serviceSid: string,
  sessionId: SessionId,
  deadline: Deadline,
): Promise<Found> {
  const sessions = client.proxy.v1.services(serviceSid).sessions;
  const direct = await callOnce(() => sessions(sessionId).fetch());
  if (direct.ok && direct.value.uniqueName === sessionId) return found(direct.value.sid);
  if (!direct.ok && direct.failure.kind !== 'gone' && direct.failure.kind !== 'rejected')
    return { kind: 'unknown' };
  let page = await callOnce(() => sessions.page({ pageSize: PAGE_SIZE }));
  while (page.ok) {
    const { instances, nextPageUrl } = page.value;
    const match = instances.find((session) => session.uniqueName === sessionId);
    if (match !== undefined) return found(match.sid);
    if (!nextPageUrl) return { kind: 'absent' };
    if (deadline.remainingMs() < PAGE_MS) return { kind: 'unknown' };
    page = await callOnce(() => sessions.getPage(nextPageUrl));
  }
  return { kind: 'unknown' };
}

function found(sid: string): Found {
  return { kind: 'found', sid: sid as SwitchboardSid };
}
