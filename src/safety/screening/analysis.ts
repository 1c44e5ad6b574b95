import { findEmails } from './links/email';
import { findMailboxes } from './links/mailbox';
import { findPlaces } from './links/places';
import { findHosts, findSchemes } from './links/url';
import { groupsOf } from './phone/groups';
import { findPhones } from './phone/phone';
import { findPieces } from './phone/pieces';
import { findTold } from './phone/told';
import { findAsking } from './talk/asking';
import { findDealing } from './talk/dealing';
import { findMessengers } from './talk/messenger';
import { compact, joinLetters } from './text/compact';
import { fold } from './text/fold';
import { findHits, Hits } from './text/hits';
import { squeeze } from './text/squeeze';
import type { Finding, ScreenLanguage } from './types';
import type { Reading } from './wording/features';
import type { Model } from './wording/model';
import { type RuleFindings, weighWording } from './wording/wording';

/** A text prepared for every rule, once. */
export type Analysis = Reading;

/** Rewrites a text and finds its known words and written digits. */
export function analyse(original: string, languages: readonly ScreenLanguage[]): Analysis {
  const folded = fold(original);
  const squeezed = squeeze(folded);
  const hits = new Hits(findHits(original, squeezed, languages));
  return { original, languages, folded, squeezed, hits, groups: groupsOf(folded.text) };
}

/** Whether kana stand one by one between signs, so that sounds such as ゼ・ロ are torn apart. */
function isSpacedOut(text: string): boolean {
  return /(?:[ぁ-ん][^ぁ-んa-z0-9一-龠]{1,2}){4}/u.test(text);
}

/** Findings of numbers and addresses. */
function findAddresses({ folded, squeezed, hits, groups }: Analysis): Finding[] {
  const dense = compact(folded);
  const joined = joinLetters(folded);
  return [
    ...findPhones(folded, groups, hits),
    ...(isSpacedOut(folded.text) ? findPhones(squeezed, groupsOf(squeezed.text), hits) : []),
    ...findTold(folded, groups, hits),
    ...findPieces(folded, groups, hits),
    ...findEmails(folded),
    ...findEmails(dense),
    ...findMailboxes(folded),
    ...findSchemes(folded),
    ...findSchemes(dense),
    ...findHosts(folded),
    ...(joined === folded ? [] : findHosts(joined)),
  ];
}

/** An account is disclosed, and a name hidden on purpose, whatever the words around it say. */
function isPlain({ reason }: Finding): boolean {
  return reason === 'messenger-account' || reason === 'messenger-disguised';
}

/** Every finding of every rule, weak ones included, unsorted and overlapping. */
export function findByRules(analysis: Analysis): RuleFindings {
  const { original, folded, hits } = analysis;
  const messengers = findMessengers(original, folded, hits);
  return {
    sure: [...findAddresses(analysis), ...messengers.filter(isPlain)],
    talk: [
      ...messengers.filter((finding) => !isPlain(finding)),
      ...findPlaces(folded, hits),
      ...findDealing(hits),
      ...findAsking(hits, folded),
    ],
  };
}

/**
 * What the rules found, weighed by the wording, and what only the wording tells; unsorted and overlapping.
 * @param model weighs the wording; the learned one by default
 */
export function findAll(analysis: Analysis, model?: Model): Finding[] {
  const found = findByRules(analysis);
  return [...found.sure, ...weighWording(analysis, found, model)];
}
