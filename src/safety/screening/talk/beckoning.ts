import type { Hits } from '../text/hits';
import { distance, type Span } from '../text/view';
import type { Finding, FindingKind, Reason } from '../types';
import type { Tag } from '../vocabulary/tags';

const reach = 30;
/** These findings are hints for the wording, never certain. */
const most = 0.7;
const least = 0.4;

type Worths = readonly (readonly [tag: Tag, worth: number])[];

/** Several weak words that together send somebody elsewhere, none of which does so alone. */
interface Beckoning {
  readonly kind: FindingKind;
  readonly reason: Reason;
  readonly nouns: Worths;
  readonly around: Worths;
  readonly against: Worths;
}

const doubts: Worths = [
  ['refuse', 0.3],
  ['reported', 0.2],
  ['in-app', 0.3],
  ['code-cue', 0.3],
  ['not-app', 0.2],
];

const beckonings: readonly Beckoning[] = [
  {
    kind: 'messenger',
    reason: 'messenger-invitation',
    nouns: [
      ['social', 0.25],
      ['app', 0.35],
      ['app-weak', 0.25],
      ['app-hint', 0.25],
      ['app-colour', 0.1],
    ],
    around: [
      ['elsewhere', 0.3],
      ['social', 0.15],
      ['chatting', 0.15],
      ['reaching', 0.15],
      ['invite', 0.15],
      ['ask', 0.15],
      ['propose', 0.1],
      ['same-name', 0.25],
      ['lookup', 0.1],
      ['mine', 0.1],
    ],
    against: [...doubts, ['app-talk', 0.2]],
  },
  {
    kind: 'email',
    reason: 'email-address-asked',
    nouns: [
      ['mail-word', 0.25],
      ['email-noun', 0.25],
    ],
    around: [
      ['email-ask', 0.25],
      ['mail-act', 0.25],
      ['ask', 0.2],
      ['mail-part', 0.25],
      ['elsewhere', 0.2],
      ['mine', 0.1],
      ['invite', 0.1],
      ['same-name', 0.2],
    ],
    against: doubts,
  },
  {
    kind: 'url',
    reason: 'url-disguised',
    nouns: [
      ['place', 0.25],
      ['sure-place', 0.3],
      ['own-place', 0.3],
      ['lookup', 0.1],
    ],
    around: [
      ['lookup', 0.15],
      ['mine', 0.15],
      ['offer', 0.15],
      ['contact-there', 0.2],
      ['same-name', 0.2],
      ['elsewhere', 0.25],
      ['social', 0.1],
    ],
    against: doubts,
  },
];

function sum(hits: Hits, span: Span, worths: Worths): number {
  return worths.reduce(
    (total, [tag, worth]) => total + (hits.near(tag, span, reach) === undefined ? 0 : worth),
    0,
  );
}

/** The same word need not be looked at again a few characters on. */
function isNew(found: readonly Finding[], span: Span): boolean {
  const last = found.at(-1);
  return last === undefined || distance(last, span) > 0;
}

function foundBy({ kind, reason, nouns, around, against }: Beckoning, hits: Hits): Finding[] {
  const found: Finding[] = [];
  for (const [tag, worth] of nouns) {
    for (const span of hits.all(tag)) {
      const total = worth + sum(hits, span, around) - sum(hits, span, against);
      if (total < least || !isNew(found, span)) continue;
      const { start, end } = span;
      found.push({ kind, reason, start, end, confidence: Math.min(most, total) });
    }
  }
  return found;
}

/** Weak findings of words that together say "elsewhere": a friend request, half an address, a shop of the same name. */
export function findBeckoning(hits: Hits): Finding[] {
  return beckonings.flatMap((each) => foundBy(each, hits));
}
