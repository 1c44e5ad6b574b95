import type { Hits } from '../text/hits';
import type { Span } from '../text/view';

const refusalReach = 26;
const proposalReach = 30;

/** Whether the writer refuses or forbids what stands at a span, and does not propose it all the same afterwards. */
export function isRefused(hits: Hits, span: Span): boolean {
  const refusal = hits.near('refuse', span, refusalReach);
  if (refusal === undefined) return false;
  const proposal = hits.near('propose', refusal, proposalReach);
  return proposal === undefined || proposal.start < refusal.end;
}
