import type { Hits } from '../text/hits';
import type { Finding, FindingKind, Reason } from '../types';
import type { Tag } from '../vocabulary/tags';
import { isRefused } from './refusal';

const reach = 12;

/** What is asked for; a `noun` that says little by itself needs a second word near it. */
interface Question {
  readonly noun: Tag;
  readonly with?: Tag;
  readonly kind: FindingKind;
  readonly reason: Reason;
}

const questions: readonly Question[] = [
  { noun: 'phone-noun', kind: 'phone', reason: 'phone-number-asked' },
  { noun: 'number-noun', with: 'calling', kind: 'phone', reason: 'phone-number-asked' },
  { noun: 'email-noun', kind: 'email', reason: 'email-address-asked' },
];

/** Requests to disclose a phone number or a mail address. */
export function findAsking(hits: Hits): Finding[] {
  return questions.flatMap(({ noun, with: second, kind, reason }) =>
    hits.all(noun).flatMap((hit): Finding[] => {
      const ask = hits.near('ask', hit, reach);
      const isAlone = second !== undefined && hits.near(second, hit, reach * 2) === undefined;
      if (ask === undefined || isAlone || isRefused(hits, hit)) return [];
      return [
        {
          kind,
          reason,
          confidence: 0.6,
          start: Math.min(hit.start, ask.start),
          end: Math.max(hit.end, ask.end),
        },
      ];
    }),
  );
}
