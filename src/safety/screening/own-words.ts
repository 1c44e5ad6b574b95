import type { Analysis } from './analysis';
import { fold } from './text/fold';
import { isWhole } from './text/hits';
import { squeezeWord } from './text/squeeze';
import { originalSpan, type Span } from './text/view';
import type { DeniedWord, Finding, OwnWord, ScreenLanguage } from './types';

/** All places of a word in a text, however it is spaced or written. */
function placesOf(word: string, { original, squeezed }: Analysis): Span[] {
  const places: Span[] = [];
  const sought = squeezeWord(word);
  if (sought === '') return places;
  for (
    let at = squeezed.text.indexOf(sought);
    at >= 0;
    at = squeezed.text.indexOf(sought, at + sought.length)
  ) {
    if (isWhole(original, squeezed, at, at + sought.length))
      places.push(originalSpan(squeezed, at, at + sought.length));
  }
  return places;
}

/** The words that hold in one of the languages. */
function inLanguages<T extends OwnWord>(words: readonly T[], languages: readonly ScreenLanguage[]): T[] {
  return words.filter((word) => word.language === undefined || languages.includes(word.language));
}

/** Findings of the marketplace's own words. */
export function findDenied(
  analysis: Analysis,
  words: readonly DeniedWord[],
  languages: readonly ScreenLanguage[],
): Finding[] {
  return inLanguages(words, languages).flatMap(({ word, kind }) =>
    placesOf(word, analysis).map((span) => ({ ...span, kind, confidence: 1, reason: 'own-word' as const })),
  );
}

/** The host of a URL or mail address as found, e.g. `shop.example` of `https://shop.example/a?b`. */
function hostOf(finding: Finding, original: string): string {
  const text = fold(original.slice(finding.start, finding.end)).text;
  const address = text.replace(/^h(?:tt|xx)ps?:\/\//u, '').replace(/[/?#].*$/su, '');
  return address.slice(address.lastIndexOf('@') + 1);
}

/** A link is allowed by its whole host, never by a word somewhere in it: `evil.example/?market.example` is not. */
function isAllowedHost(finding: Finding, analysis: Analysis, word: string): boolean {
  const host = hostOf(finding, analysis.original);
  const allowed = fold(word).text;
  return host === allowed || host.endsWith(`.${allowed}`);
}

function isAllowed(finding: Finding, analysis: Analysis, { word }: OwnWord): boolean {
  if (finding.kind === 'url' || finding.kind === 'email') return isAllowedHost(finding, analysis, word);
  return placesOf(word, analysis).some((place) =>
    finding.kind === 'phone'
      ? place.start <= finding.start && place.end >= finding.end
      : place.start < finding.end && place.end > finding.start,
  );
}

/** The findings that no allowed word excuses. */
export function withoutAllowed(
  findings: readonly Finding[],
  analysis: Analysis,
  words: readonly OwnWord[],
  languages: readonly ScreenLanguage[],
): Finding[] {
  const applicable = inLanguages(words, languages);
  return findings.filter((finding) => !applicable.some((word) => isAllowed(finding, analysis, word)));
}
