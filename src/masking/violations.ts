import type { Deadline } from './ports';
import type { UserId } from './session';

/** A rejected text outside of a session, by an id that is the same when it is told again. */
export interface Violation {
  readonly id: string;
  readonly kinds: readonly string[];
}

/** What operators see of a user: how many texts were rejected, how often each kind was found, how many pauses there were. */
export interface ViolationCounts {
  readonly counts: Readonly<Record<string, number>>;
  /** Present while the user is paused. */
  readonly pausedUntilMs?: number;
}

/** Counts rejected texts. Every method is one round trip and rejects with a `DependencyError` when the store cannot answer. */
export interface ViolationStore {
  countViolations(
    userId: UserId,
    items: readonly Violation[],
    deadline: Deadline,
  ): Promise<Pick<ViolationCounts, 'pausedUntilMs'>>;
  violationsOf(userId: UserId, deadline: Deadline): Promise<ViolationCounts>;
}
