import { DependencyError } from './errors';
import { isLoop } from './incoming-call';
import type { Deadline, IncomingInteraction } from './ports';
import type { RouteDecision, Router } from './routing';
import { completedKinds, type TextJudge, type TextRejecter } from './text-judge';

/** A text that came to a number of the service. */
export interface IncomingText extends IncomingInteraction {
  readonly body: string;
  readonly hasMedia: boolean;
  /** Whether it is a word such as STOP, which the network obeys and nobody else is to read. */
  readonly isOptOut: boolean;
}

/** What becomes of it; the sender is told of everything but an opt-out, an empty text and a loop. */
export type TextOutcome =
  | RouteDecision
  | { readonly kind: 'opt_out' | 'empty' | 'text_rejected' | 'store_unavailable' };

interface Tools {
  readonly router: Router & TextRejecter;
  readonly deadline: Deadline;
  readonly judge: TextJudge;
}

/** Decides whether a text may pass and where it goes. A text that no judgement can help needs no look into the store. */
export async function incomingText(text: IncomingText, tools: Tools): Promise<TextOutcome> {
  const { body, isOptOut, ...incoming } = text;
  if (isOptOut) return { kind: 'opt_out' };
  if (isLoop(text)) return { kind: 'own_number' };
  if (!text.hasMedia && body.trim() === '') return { kind: 'empty' };
  try {
    return await route(incoming, body, tools);
  } catch (error) {
    if (!(error instanceof DependencyError)) throw error;
    return { kind: 'store_unavailable' };
  }
}

async function route(
  incoming: Omit<IncomingText, 'body' | 'isOptOut'>,
  body: string,
  { router, deadline, judge }: Tools,
): Promise<TextOutcome> {
  const decision = await router.route({ ...incoming, text: judge(body, []) }, deadline);
  if (decision.kind === 'refused' && decision.reason === 'text_rejected') return { kind: 'text_rejected' };
  if (decision.kind !== 'joined') return decision;
  const kinds = completedKinds(body, decision.earlier, judge);
  if (kinds.length === 0) return decision;
  await router.rejectText({ interactionId: incoming.interactionId, kinds }, deadline);
  return { kind: 'text_rejected' };
}
