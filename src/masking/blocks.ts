import { closeAndForget } from './close-all';
import type { ClosingDecision, Deadline, SessionStore, Switchboard } from './ports';
import type { UserId } from './session';

/** One user who does something about another. */
export interface Relation {
  readonly userId: UserId;
  readonly peerId: UserId;
}

/** One partner whom a user has blocked. */
export interface Block {
  readonly peerId: UserId;
  /** Milliseconds since the epoch. */
  readonly sinceMs: number;
}

/** A part of a list; ask for the rest with `cursor`, where there is one. */
export interface BlockPage {
  readonly blocks: readonly Block[];
  readonly cursor?: number;
}

/**
 * Keeps who has blocked whom; each of two users blocks the other for themselves. Every method is one round trip, atomic, and safe to
 * apply twice. All reject with a `DependencyError` when the store cannot answer in time.
 */
export interface BlockStore {
  /** Blocks the peer and stops the routes of the pair's session in the same step; answers what must be closed at the switchboard. */
  block(relation: Relation, deadline: Deadline): Promise<ClosingDecision>;
  /** Takes back the user's own block; one by the peer stays. */
  unblock(relation: Relation, deadline: Deadline): Promise<void>;
  /** Whom the user has blocked, the latest first, or of these the one peer. */
  blocksOf(
    user: { readonly userId: UserId; readonly peerId?: UserId; readonly cursor?: number },
    deadline: Deadline,
  ): Promise<BlockPage>;
}

export interface BlockTools {
  readonly blocks: BlockStore;
  readonly sessions: Pick<SessionStore, 'finishClosing'>;
  readonly switchboard: Switchboard;
  readonly deadline: Deadline;
}

/**
 * Blocks a partner and ends the pair's session. What the switchboard does not close now carries no call any more and is closed by the
 * next connect or cleanup of the user who opened it.
 * @throws DependencyError when the store cannot answer.
 */
export async function blockPartner(relation: Relation, tools: BlockTools): Promise<void> {
  const { sessions } = await tools.blocks.block(relation, tools.deadline);
  await closeAndForget(sessions, { ...tools, store: tools.sessions });
}
