import { DependencyError } from './errors';
import type { Deadline, IncomingInteraction } from './ports';
import type { RouteDecision, Router } from './routing';

/** What becomes of a call that came to a number of the service. */
export type CallOutcome =
  | RouteDecision
  /** No phone rings at this time of day. */
  | { readonly kind: 'quiet_hours' }
  | { readonly kind: 'store_unavailable' };

/**
 * Decides whom a caller reaches. In quiet hours, and when a phone calls itself, nothing is looked up; when the store cannot answer, nobody
 * is put through.
 */
export async function incomingCall(
  call: IncomingInteraction,
  { router, deadline, isQuiet }: { router: Router; deadline: Deadline; isQuiet: boolean },
): Promise<CallOutcome> {
  if (isLoop(call)) return { kind: 'own_number' };
  if (isQuiet) return { kind: 'quiet_hours' };
  try {
    return await router.route(call, deadline);
  } catch (error) {
    if (!(error instanceof DependencyError)) throw error;
    return { kind: 'store_unavailable' };
  }
}

/** Whether a number of the service calls or writes to itself. */
export function isLoop({ from, to }: Pick<IncomingInteraction, 'from' | 'to'>): boolean {
  return from !== undefined && String(from) === String(to);
}
