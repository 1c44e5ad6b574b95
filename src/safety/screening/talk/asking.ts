import type { Hits } from '../text/hits';
import type { Finding } from '../types';
import { isRefused } from './refusal';

const reach = 12;

const questions = [
  { noun: 'phone-noun', kind: 'phone', reason: 'phone-number-asked' },
  { noun: 'email-noun', kind: 'email', reason: 'email-address-asked' },
] as const;

/** Requests to disclose a phone number or a mail address. */
export function findAsking(hits: Hits): Finding[] {
  return questions.flatMap(({ noun, kind, reason }) =>
    hits.all(noun).flatMap((hit): Finding[] => {
      const ask = hits.near('ask', hit, reach);
      if (ask === undefined || isRefused(hits, hit)) return [];
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
