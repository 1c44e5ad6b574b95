import type { Hits } from '../text/hits';
import { originalSpan, type Span, type View } from '../text/view';
import type { Finding, FindingKind, Reason } from '../types';
import type { Tag } from '../vocabulary/tags';
import { isRefused } from './refusal';

const reach = 12;
const doubtReach = 30;

/** What is asked for; a `noun` that says little by itself needs a second word near it. */
interface Question {
  readonly noun: Tag;
  readonly with?: Tag;
  readonly asks: readonly Tag[];
  readonly kind: FindingKind;
  readonly reason: Reason;
}

const questions: readonly Question[] = [
  { noun: 'phone-noun', asks: ['ask'], kind: 'phone', reason: 'phone-number-asked' },
  { noun: 'number-noun', with: 'calling', asks: ['ask'], kind: 'phone', reason: 'phone-number-asked' },
  { noun: 'email-noun', asks: ['ask', 'email-ask'], kind: 'email', reason: 'email-address-asked' },
];

/** How sure a question makes; a mail address says more than a number, and less in what others are said to ask. */
function confidenceOf(kind: FindingKind, hits: Hits, noun: Span): number {
  if (kind !== 'email') return 0.6;
  const isDoubtful = (['reported', 'refuse'] as const).some((tag) => hits.near(tag, noun, doubtReach));
  return isDoubtful ? 0.6 : 0.85;
}

function joinedWith(hits: Hits): Finding[] {
  return questions.flatMap(({ noun, with: second, asks, kind, reason }) =>
    hits.all(noun).flatMap((hit): Finding[] => {
      const ask = asks.map((tag) => hits.near(tag, hit, reach)).find((found) => found !== undefined);
      const isAlone = second !== undefined && hits.near(second, hit, reach * 2) === undefined;
      if (ask === undefined || isAlone || isRefused(hits, hit)) return [];
      const start = Math.min(hit.start, ask.start);
      const end = Math.max(hit.end, ask.end);
      return [{ kind, reason, confidence: confidenceOf(kind, hits, hit), start, end }];
    }),
  );
}

function askedForMail({ start, end }: Span, hits: Hits): Finding {
  const confidence = confidenceOf('email', hits, { start, end });
  return { start, end, kind: 'email', confidence, reason: 'email-address-asked' };
}

function askedForCall({ start, end }: Span): Finding {
  return { start, end, kind: 'phone', confidence: 0.6, reason: 'phone-number-asked' };
}

/** The sign stands for the whole address: お手元の「＠」を, "your @ please". */
const sign =
  /(?:手元|そちら|使い|あなた|貴方|(?:あなた|貴方)様|そつち|会社|自宅|(?<![a-z])(?:your|ur|yr))[のが]? ?[「『]?@[」』]?(?= ?[をのがつは、。,.!?？！]| please| pls|$)/gu;

/** Requests to disclose a phone number or a mail address, or to call; the app has calls of its own, so the wording decides. */
export function findAsking(hits: Hits, folded: View): Finding[] {
  const phrases = hits.all('email-asked').filter((hit) => !isRefused(hits, hit));
  const calls = hits.all('call-asked').filter((hit) => !isRefused(hits, hit));
  const signs = Array.from(folded.text.matchAll(sign), ({ 0: token, index }) =>
    originalSpan(folded, index, index + token.length),
  );
  return [
    ...joinedWith(hits),
    ...calls.map(askedForCall),
    ...[...phrases, ...signs].map((span) => askedForMail(span, hits)),
  ];
}
