import { DependencyError } from './errors';
import type { Deadline, IncomingInteraction, InteractionStore, OutOfSessionDecision } from './ports';

export interface OutOfSessionOutcome {
  /** Absent where nothing is to be said. */
  readonly notice?: OutOfSessionDecision;
  /** Whether the caller is asked for a PIN: in a call, unless nothing could be looked up. */
  readonly asksForPin: boolean;
  /** Why: for the log of the service alone. */
  readonly reason: OutOfSessionDecision | 'told_enough' | 'store_unavailable';
}

/** What to tell whoever reaches a number of the service and belongs to no live session. */
export async function outOfSession(
  incoming: IncomingInteraction,
  { store, deadline }: { store: Pick<InteractionStore, 'outOfSession'>; deadline: Deadline },
): Promise<OutOfSessionOutcome> {
  try {
    const reason = await store.outOfSession(incoming, deadline);
    if (reason === 'told_enough') return { asksForPin: false, reason };
    return { notice: reason, asksForPin: incoming.kind === 'voice', reason };
  } catch (error) {
    if (!(error instanceof DependencyError)) throw error;
    return { notice: 'unknown', asksForPin: false, reason: 'store_unavailable' };
  }
}
