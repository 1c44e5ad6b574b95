import { closeAndForget } from './close-all';
import type { Deadline, SessionStore, Switchboard } from './ports';
import type { UserId } from './session';

export interface CleanupOutcome {
  /** How many sessions are gone. */
  readonly closed: number;
  /** How many could not be closed yet; they carry no call any more and are tried again by the user's next connect or cleanup. */
  readonly pending: number;
}

/**
 * Closes every session of the user; one that is already gone at the switchboard counts as closed.
 * @throws DependencyError when the store cannot answer.
 */
export async function cleanup(
  userId: UserId,
  tools: { store: SessionStore; switchboard: Switchboard; deadline: Deadline },
): Promise<CleanupOutcome> {
  const { sessions, pending, ended } = await tools.store.beginClosingAll(userId, tools.deadline);
  const closed = await closeAndForget(sessions, tools);
  return { closed: ended + closed, pending: pending + sessions.length - closed };
}
