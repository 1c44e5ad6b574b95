import { DependencyError } from './errors';
import type { RealNumber } from './numbers';
import type {
  Deadline,
  InteractionDecision,
  InteractionQuestion,
  InteractionRefusal,
  InteractionStore,
} from './ports';
import { completedKinds, type TextJudge, type TextRejecter, type TextRejection } from './text-judge';

export interface InterceptOutcome {
  readonly pass: boolean;
  /** Why it was blocked, or why it could not be judged. */
  readonly reason?: InteractionRefusal | 'quiet_hours' | 'sender_unidentified' | 'store_unavailable';
}

export interface InterceptTools {
  readonly store: Pick<InteractionStore, 'judge'> & TextRejecter;
  readonly deadline: Deadline;
  readonly onError: 'block' | 'allow';
  readonly judge: TextJudge;
  /** Whether no phone may ring now. */
  readonly isQuiet?: boolean;
  /** Asks the switchboard for the sender's own number; undefined where it does not answer. */
  readonly identify: (question: InteractionQuestion, deadline: Deadline) => Promise<RealNumber | undefined>;
}

/**
 * Decides whether a call, or a text with these words, may go through; when the store cannot answer, the configured default holds, but
 * never for a text that is rejected or cannot be read. A call in quiet hours needs no look into the store.
 */
export async function intercept(
  question: InteractionQuestion,
  text: string | undefined,
  tools: InterceptTools,
): Promise<InterceptOutcome> {
  if (question.kind === 'voice') {
    return tools.isQuiet ? { pass: false, reason: 'quiet_hours' } : guarded(question, undefined, tools);
  }
  if (text === undefined) return { pass: false, reason: 'text_rejected' };
  const screened = tools.judge(text, []);
  const outcome = await guarded({ ...question, text: screened }, text, tools);
  return outcome.pass && screened.rejected.length > 0 ? { pass: false, reason: 'text_rejected' } : outcome;
}

async function guarded(
  question: InteractionQuestion,
  text: string | undefined,
  tools: InterceptTools,
): Promise<InterceptOutcome> {
  try {
    return await judged(question, text, tools);
  } catch (error) {
    if (!(error instanceof DependencyError)) throw error;
    return { pass: tools.onError === 'allow', reason: 'store_unavailable' };
  }
}

async function judged(
  question: InteractionQuestion,
  text: string | undefined,
  tools: InterceptTools,
): Promise<InterceptOutcome> {
  const decision = await ask(question, tools);
  if (decision.kind === 'unidentified') return { pass: false, reason: 'sender_unidentified' };
  if (decision.kind === 'deny') return { pass: false, reason: decision.reason };
  const kinds = completedKinds(text, decision.earlier, tools.judge);
  if (kinds.length === 0) return { pass: true };
  await reject({ interactionId: question.interactionId, kinds }, question, tools);
  return { pass: false, reason: 'text_rejected' };
}

/** One round trip; who the sender is, is learnt once for a session, where a pause or a rejected text makes it matter. */
async function ask(question: InteractionQuestion, tools: InterceptTools): Promise<InteractionDecision> {
  const { store, deadline } = tools;
  const decision = await store.judge(question, deadline);
  if (decision.kind !== 'unidentified') return decision;
  const from = await tools.identify(question, deadline);
  return from === undefined ? decision : store.judge({ ...question, from }, deadline);
}

/** Takes the text back; a store that is gone by now leaves the violation uncounted, and the text stopped all the same. */
async function reject(
  rejection: TextRejection,
  question: InteractionQuestion,
  { store, deadline, identify }: InterceptTools,
): Promise<void> {
  try {
    if ((await store.rejectText(rejection, deadline)) === 'done') return;
    const from = await identify(question, deadline);
    if (from !== undefined) await store.rejectText({ ...rejection, from }, deadline);
  } catch (error) {
    if (!(error instanceof DependencyError)) throw error;
  }
}
