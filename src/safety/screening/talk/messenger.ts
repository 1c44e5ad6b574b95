import type { Hits } from '../text/hits';
import { findQuoted } from '../text/quoted';
import { distance, type Span, type View } from '../text/view';
import type { Finding, Reason } from '../types';
import type { Tag } from '../vocabulary/tags';
import { findHandles } from './handles';
import { type Name, namesIn } from './names';
import { Nearest } from './nearest';
import { isRefused } from './refusal';

const inviteReach = 22;
/** "LINE交換": an invitation that follows at once leaves no doubt. */
const closeReach = 3;
const accountReach = 26;
/** How far from a messenger's own name an account may stand. */
const handleReach = 45;
/** "ID: taro_test": the account follows the word for it. */
const adjacent = 8;
const talkReach = 18;
const reportReach = 30;
/** The base of a messenger that is hardly ever anything else. */
const ownName = 0.4;
/** How sure a colour can make, so that the wording decides. */
const vague = 0.6;
/** How sure an invitation can make that names no account and no service beyond doubt. */
const likely = 0.85;
const surest = 0.95;
const sureName = 0.55;

/** What stands near a name. */
interface Around {
  readonly handle: Span | undefined;
  readonly quoted: Span | undefined;
}

/** "... use X?": whoever asks after a messenger wants to meet there. */
function isAskedAfter(original: string, { end }: Span, reach: number): boolean {
  return /^[^。.!！\n?？]*[?？]/u.test(original.slice(end, end + reach + 1));
}

/** A name is all that a sentence asks: "WhatsApp?" */
function isQuestion(original: string, { start, end }: Span): boolean {
  return (
    /(?:^|[。.!！\n?？,、] {0,2})$/u.test(original.slice(Math.max(0, start - 3), start)) &&
    /^ ?[?？]/u.test(original.slice(end, end + 2))
  );
}

/** What a refusal takes away; less from a name that is a question of its own: "WhatsApp? I never look in here". */
function refusalOf(original: string, hits: Hits, span: Span): number {
  if (!isRefused(hits, span)) return 0;
  return isQuestion(original, span) ? 0.45 : 0.6;
}

type Near = (tag: Tag, reach: number) => boolean;

/** What an account near a name is worth; one in quotation marks may be anything. */
function accountOf({ span, base }: Name, { handle, quoted }: Around, near: Near): number {
  const follows = base === 0 && handle !== undefined && distance(span, handle) <= adjacent ? 0.25 : 0;
  if (handle !== undefined || near('account-word', accountReach)) return 0.3 + follows;
  return quoted === undefined ? 0 : 0.2;
}

/** What inviting, asking and chatting near a name are worth. */
function invitationOf(original: string, { span, base }: Name, near: Near): number {
  const isInvited = (reach: number): boolean => near('invite', reach) || near('ask', reach);
  const isChat = near('chatting', inviteReach) || near('reaching', inviteReach);
  const invited = isInvited(inviteReach) ? 0.3 : 0;
  const asked = isAskedAfter(original, span, base >= ownName ? 8 : 1) ? 0.2 : 0;
  if (base === 0) return invited + asked;
  const close = isInvited(closeReach) ? 0.15 : 0;
  return invited + asked + close + (isChat ? 0.15 : 0) + (isQuestion(original, span) ? 0.35 : 0);
}

/** What speaks against an invitation: talk about the service, what others said, and refusing. */
function doubtOf(original: string, hits: Hits, { span, base }: Name, { handle }: Around, near: Near): number {
  const isAccount = handle !== undefined && base >= ownName;
  const talk = near('app-talk', talkReach) && !isAccount ? 0.4 : 0;
  const reported = near('reported', reportReach) ? 0.25 : 0;
  return talk + reported + (handle === undefined ? refusalOf(original, hits, span) : 0);
}

function mostOf({ isColour, base }: Name, { handle }: Around): number {
  if (isColour) return vague;
  return handle === undefined && base < sureName ? likely : surest;
}

function score(original: string, hits: Hits, name: Name, around: Around): number {
  const near: Near = (tag, reach) => hits.near(tag, name.span, reach) !== undefined;
  const sum =
    name.base +
    accountOf(name, around, near) +
    invitationOf(original, name, near) -
    doubtOf(original, hits, name, around, near);
  return Math.max(0, Math.min(mostOf(name, around), sum));
}

function reasonOf({ isMasked }: Name, handle: Span | undefined): Reason {
  if (handle !== undefined) return 'messenger-account';
  return isMasked ? 'messenger-disguised' : 'messenger-invitation';
}

/** Invitations to a messenger and accounts of one, also weak ones. */
export function findMessengers(original: string, folded: View, hits: Hits): Finding[] {
  const handles = new Nearest(findHandles(folded), handleReach);
  const quotes = new Nearest(findQuoted(folded), accountReach);
  return namesIn(original, folded, hits).flatMap((name): Finding[] => {
    const { span } = name;
    const handle = handles.of(span, name.base >= ownName ? handleReach : accountReach);
    if (name.needsAccount && handle === undefined) return [];
    const confidence = score(original, hits, name, { handle, quoted: quotes.of(span, accountReach) });
    const start = Math.min(span.start, handle?.start ?? span.start);
    const end = Math.max(span.end, handle?.end ?? span.end);
    return [{ kind: 'messenger', start, end, confidence, reason: reasonOf(name, handle) }];
  });
}
