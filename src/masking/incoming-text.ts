import { DependencyError } from './errors';
import { isLoop } from './incoming-call';
import type { Deadline, TextJudge } from './ports';
import type { IncomingInteraction, RouteDecision, Router } from './routing';

/** A text that came to a number of the service. */
export interface IncomingText extends IncomingInteraction {
  readonly body: string;
  readonly hasMedia: boolean;
  /** Whether its sender asks not to get any more: the network sees to that, and nobody else is to read it. */
  readonly isOptOut: boolean;
}

/** What becomes of it; the sender is told of everything but an opt-out, an empty text and a loop. */
export type TextOutcome =
  | RouteDecision
  | { readonly kind: 'opt_out' | 'empty' | 'media_refused' | 'text_rejected' | 'store_unavailable' };

/** Decides whether a text may pass and where it goes. What may not pass needs no look into the store. */
export async function incomingText(
  text: IncomingText,
  { router, deadline, isAllowed }: { router: Router; deadline: Deadline; isAllowed: TextJudge },
): Promise<TextOutcome> {
  const { body, hasMedia, isOptOut, ...incoming } = text;
  if (isOptOut) return { kind: 'opt_out' };
  if (isLoop(text)) return { kind: 'own_number' };
  if (hasMedia) return { kind: 'media_refused' };
  if (body.trim() === '') return { kind: 'empty' };
  if (!isAllowed(body)) return { kind: 'text_rejected' };
  try {
    return await router.route(incoming, deadline);
  } catch (error) {
    if (!(error instanceof DependencyError)) throw error;
    return { kind: 'store_unavailable' };
  }
}
