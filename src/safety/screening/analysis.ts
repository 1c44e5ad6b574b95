import { findEmails } from './links/email';
import { findHosts, findSchemes } from './links/url';
import type { Group } from './phone/groups';
import { groupsOf } from './phone/groups';
import { findPhones } from './phone/phone';
import { findReordered } from './phone/reordered';
import { findAsking } from './talk/asking';
import { findDealing } from './talk/dealing';
import { findMessengers } from './talk/messenger';
import { findWeighty } from './talk/weighing';
import { compact } from './text/compact';
import { fold } from './text/fold';
import { findHits, Hits } from './text/hits';
import { squeeze } from './text/squeeze';
import type { View } from './text/view';
import type { Finding, ScreenLanguage } from './types';

/** A text prepared for every rule, once. */
export interface Analysis {
  readonly original: string;
  readonly folded: View;
  readonly squeezed: View;
  readonly hits: Hits;
  readonly groups: readonly Group[];
}

/** Rewrites a text and finds its known words and written digits. */
export function analyse(original: string, languages: readonly ScreenLanguage[]): Analysis {
  const folded = fold(original);
  const squeezed = squeeze(folded);
  const hits = new Hits(findHits(original, squeezed, languages));
  return { original, folded, squeezed, hits, groups: groupsOf(folded.text) };
}

/** Whether kana stand one by one between signs, so that sounds such as ゼ・ロ are torn apart. */
function isSpacedOut(text: string): boolean {
  return /(?:[ぁ-ん][^ぁ-んa-z0-9一-龠]{1,2}){4}/u.test(text);
}

/** Every finding of every rule, weak ones included, unsorted and overlapping. */
export function findAll(analysis: Analysis): Finding[] {
  const { original, folded, squeezed, hits, groups } = analysis;
  const dense = compact(folded);
  return [
    ...findPhones(folded, groups, hits),
    ...(isSpacedOut(folded.text) ? findPhones(squeezed, groupsOf(squeezed.text), hits) : []),
    ...findReordered(folded, groups, hits),
    ...findEmails(folded),
    ...findEmails(dense),
    ...findSchemes(folded),
    ...findSchemes(dense),
    ...findHosts(folded),
    ...findMessengers(original, folded, hits),
    ...findDealing(hits),
    ...findWeighty(hits),
    ...findAsking(hits),
  ];
}
