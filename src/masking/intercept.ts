import { DependencyError } from './errors';
import type { Deadline, Interaction, InteractionRefusal, InteractionStore } from './ports';

export interface InterceptOutcome {
  readonly pass: boolean;
  /** Why it was blocked, or why it could not be judged. */
  readonly reason?: InteractionRefusal | 'store_unavailable';
}

/** Decides whether a call or text may go through; when the store cannot answer, the configured default holds. */
export async function intercept(
  interaction: Interaction,
  tools: { store: InteractionStore; deadline: Deadline; onError: 'block' | 'allow' },
): Promise<InterceptOutcome> {
  try {
    const decision = await tools.store.judge(interaction, tools.deadline);
    return decision.kind === 'allow' ? { pass: true } : { pass: false, reason: decision.reason };
  } catch (error) {
    if (!(error instanceof DependencyError)) throw error;
    return { pass: tools.onError === 'allow', reason: 'store_unavailable' };
  }
}
