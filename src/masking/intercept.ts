import { DependencyError } from './errors';
import type { Deadline, Interaction, InteractionRefusal, InteractionStore, TextJudge } from './ports';

export interface InterceptOutcome {
  readonly pass: boolean;
  /** Why it was blocked, or why it could not be judged. */
  readonly reason?: InteractionRefusal | 'quiet_hours' | 'text_rejected' | 'store_unavailable';
}

/**
 * Decides whether a call, or a text with these words, may go through; when the store cannot answer, the configured default holds.
 * A text that is rejected or cannot be read, and a call in quiet hours, need no look into the store.
 */
export async function intercept(
  interaction: Interaction,
  text: string | undefined,
  tools: {
    store: InteractionStore;
    deadline: Deadline;
    onError: 'block' | 'allow';
    isAllowed: TextJudge;
    /** Whether no phone may ring now. */
    isQuiet?: boolean;
  },
): Promise<InterceptOutcome> {
  if (interaction.kind === 'message' && (text === undefined || !tools.isAllowed(text))) {
    return { pass: false, reason: 'text_rejected' };
  }
  if (interaction.kind === 'voice' && tools.isQuiet) return { pass: false, reason: 'quiet_hours' };
  try {
    const decision = await tools.store.judge(interaction, tools.deadline);
    return decision.kind === 'allow' ? { pass: true } : { pass: false, reason: decision.reason };
  } catch (error) {
    if (!(error instanceof DependencyError)) throw error;
    return { pass: tools.onError === 'allow', reason: 'store_unavailable' };
  }
}
