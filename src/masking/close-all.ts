import type { Deadline, SessionStore, Switchboard } from './ports';
import type { ClosingSession, SessionId } from './session';

/** Twilio Proxy allows 30 requests a second with bursts of 150; a cleanup stays well below both. */
const AT_ONCE = 10;

/** Closes sessions at the switchboard, at most ten at a time, and answers the ids of those that are gone; one failure stops no other. */
export async function closeAll(
  sessions: readonly ClosingSession[],
  { switchboard, deadline }: { switchboard: Switchboard; deadline: Deadline },
): Promise<SessionId[]> {
  const waiting = [...sessions];
  const closed: SessionId[] = [];
  const worker = async () => {
    for (let session = waiting.shift(); session !== undefined; session = waiting.shift()) {
      if ((await switchboard.close(session, deadline)) === 'closed') closed.push(session.sessionId);
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, waiting.length) }, worker));
  return closed;
}

/** Closes sessions at the switchboard, forgets those that are gone, and answers how many these are. */
export async function closeAndForget(
  sessions: readonly ClosingSession[],
  tools: { store: Pick<SessionStore, 'finishClosing'>; switchboard: Switchboard; deadline: Deadline },
): Promise<number> {
  const closed = await closeAll(sessions, tools);
  if (closed.length > 0) await tools.store.finishClosing(closed, tools.deadline);
  return closed.length;
}
