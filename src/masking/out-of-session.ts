import { DependencyError } from './errors';
import type { Deadline, InteractionStore, OutOfSessionCall, OutOfSessionDecision } from './ports';

export interface OutOfSessionOutcome {
  readonly notice: OutOfSessionDecision;
  /** Whether the caller is asked for a PIN: in a call, unless nothing could be looked up. */
  readonly asksForPin: boolean;
  readonly reason?: 'store_unavailable';
}

/** What to tell whoever reaches a number of the service and belongs to no live session. */
export async function outOfSession(
  call: OutOfSessionCall,
  { store, deadline }: { store: Pick<InteractionStore, 'outOfSession'>; deadline: Deadline },
): Promise<OutOfSessionOutcome> {
  try {
    return { notice: await store.outOfSession(call, deadline), asksForPin: call.kind === 'voice' };
  } catch (error) {
    if (!(error instanceof DependencyError)) throw error;
    return { notice: 'unknown', asksForPin: false, reason: 'store_unavailable' };
  }
}
