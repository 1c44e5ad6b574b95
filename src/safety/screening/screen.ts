import { type Analysis, analyse, findAll } from './analysis';
import { findDenied, withoutAllowed } from './own-words';
import { type Finding, findingKinds, type ScreenLanguage, type ScreenOptions, type Verdict } from './types';

const everyLanguage: readonly ScreenLanguage[] = ['ja', 'en'];
const defaultMinimum = 0.5;

/** UTF-16 units that are judged; a longer text is no chat message and is rejected, so that no input takes long. */
export const maximumLength = 5_000;

/** The languages that options ask for. */
export function languagesOf(options: ScreenOptions): readonly ScreenLanguage[] {
  return options.languages ?? everyLanguage;
}

function overlaps(a: Finding, b: Finding): boolean {
  return a.start < b.end && b.start < a.end;
}

function byPlace(a: Finding, b: Finding): number {
  return a.start - b.start || findingKinds.indexOf(a.kind) - findingKinds.indexOf(b.kind);
}

/** One finding per place and kind: the surest of those that overlap. Linear after sorting by place. */
function withoutOverlaps(findings: readonly Finding[]): Finding[] {
  const kept: Finding[] = [];
  const lastOf = new Map<string, number>();
  for (const finding of findings.toSorted((a, b) => byPlace(a, b) || b.confidence - a.confidence)) {
    const index = lastOf.get(finding.kind);
    const last = index === undefined ? undefined : kept[index];
    if (index !== undefined && last !== undefined && overlaps(last, finding)) {
      if (finding.confidence > last.confidence) kept[index] = finding;
    } else lastOf.set(finding.kind, kept.push(finding) - 1);
  }
  return kept;
}

/** The domain of a mail address is not a link of its own. */
function withoutAddressDomains(findings: readonly Finding[]): Finding[] {
  const emails = findings.filter((finding) => finding.kind === 'email');
  let first = 0;
  return findings.filter((finding) => {
    while (first < emails.length && (emails[first]?.end ?? 0) <= finding.start) first += 1;
    const email = emails[first];
    return finding.kind !== 'url' || email === undefined || !overlaps(email, finding);
  });
}

/** Applies the options to raw findings: own words, confidence, policy, overlaps. */
export function conclude(analysis: Analysis, raw: readonly Finding[], options: ScreenOptions): Verdict {
  const languages = languagesOf(options);
  const minimum = options.minimumConfidence ?? defaultMinimum;
  const policy = options.policy ?? {};
  const sure = raw.filter((finding) => finding.confidence >= minimum && policy[finding.kind] !== 'ignore');
  const found = withoutAllowed(
    withoutAddressDomains(withoutOverlaps(sure)),
    analysis,
    options.allow ?? [],
    languages,
  );
  const denied = findDenied(analysis, options.deny ?? [], languages).filter(
    ({ kind }) => policy[kind] !== 'ignore',
  );
  const findings = withoutOverlaps([...found, ...denied]);
  return { findings, allowed: findings.every((finding) => policy[finding.kind] === 'flag') };
}

/** What is said of a text that is too long: everything after the limit is one finding. */
export function tooLong(text: string): Verdict {
  const rest = { start: maximumLength, end: text.length, confidence: 1, reason: 'too-long' } as const;
  return { allowed: false, findings: [{ kind: 'phone', ...rest }] };
}

/**
 * Judges one text: whether it may be delivered, and which contact details or proposals of direct dealing it has.
 * Pure and deterministic; takes time linear in the length of the text, which is limited to `maximumLength`.
 */
export function screen(text: string, options: ScreenOptions = {}): Verdict {
  if (text.length > maximumLength) return tooLong(text);
  const analysis = analyse(text, languagesOf(options));
  return conclude(analysis, findAll(analysis), options);
}
