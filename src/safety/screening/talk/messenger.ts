import { followsKanji, type Hits } from '../text/hits';
import { distance, type Span, type View } from '../text/view';
import type { Finding } from '../types';
import { findHandles } from './handles';
import { findMaskedNames } from './masked';
import { isRefused } from './refusal';

const inviteReach = 22;
const accountReach = 26;
const talkReach = 18;

/** An account name near a stretch; both lists are in reading order, `from` is where the last search stopped. */
function nearest(
  handles: readonly Span[],
  span: Span,
  from: number,
): { index: number; handle: Span | undefined } {
  let index = from;
  while (index < handles.length && (handles[index]?.end ?? 0) < span.start - accountReach) index += 1;
  const candidates = handles.slice(index, index + 3);
  return { index, handle: candidates.find((handle) => distance(handle, span) <= accountReach) };
}

/** A messenger's name and what it is worth alone: 0 for "account", which needs the account itself. */
interface Name {
  readonly span: Span;
  readonly base: number;
}

/** "... use X?": whoever asks after a messenger wants to meet there. */
function isAskedAfter(original: string, { end }: Span, reach: number): boolean {
  return /^[^。.!！\n?？]*[?？]/u.test(original.slice(end, end + reach + 1));
}

function score(original: string, hits: Hits, { span, base }: Name, handle: Span | undefined): number {
  const account = handle !== undefined || hits.near('account-word', span, accountReach) !== undefined;
  const invited =
    (hits.near('invite', span, inviteReach) ?? hits.near('ask', span, inviteReach)) !== undefined;
  const asked = isAskedAfter(original, span, base >= 0.4 ? 8 : 1);
  const talk = hits.near('app-talk', span, talkReach) !== undefined;
  const refused = isRefused(hits, span);
  const sum =
    base +
    (account ? 0.3 : 0) +
    (invited ? 0.3 : 0) +
    (asked ? 0.2 : 0) -
    (talk ? 0.4 : 0) -
    (refused && handle === undefined ? 0.6 : 0);
  return Math.max(0, Math.min(0.95, sum));
}

/** The names of messengers in a text with what each is worth alone. */
function namesIn(original: string, folded: View, hits: Hits): Name[] {
  const weak = hits.all('app-weak').filter((hit) => !followsKanji(original, hit));
  const names: Name[] = [
    ...hits.all('app-sure').map((span) => ({ span, base: 0.55 })),
    ...hits.all('app').map((span) => ({ span, base: 0.4 })),
    ...weak.map((span) => ({ span, base: 0.3 })),
    ...hits
      .all('account-word')
      .filter((hit) => hits.near('code-cue', hit, accountReach) === undefined)
      .map((span) => ({ span, base: 0 })),
    ...findMaskedNames(folded).map((span) => ({ span, base: 0.85 })),
  ];
  return names.sort((a, b) => a.span.start - b.span.start);
}

/** Invitations to a messenger and accounts of one, also weak ones. */
export function findMessengers(original: string, folded: View, hits: Hits): Finding[] {
  const handles = findHandles(folded);
  let index = 0;
  return namesIn(original, folded, hits).flatMap(({ span, base }): Finding[] => {
    const near = nearest(handles, span, index);
    index = near.index;
    if (base === 0 && near.handle === undefined) return [];
    const finding = {
      kind: 'messenger',
      start: Math.min(span.start, near.handle?.start ?? span.start),
      end: Math.max(span.end, near.handle?.end ?? span.end),
      confidence: score(original, hits, { span, base }, near.handle),
    } as const;
    return [{ ...finding, reason: near.handle === undefined ? 'messenger-invitation' : 'messenger-account' }];
  });
}
