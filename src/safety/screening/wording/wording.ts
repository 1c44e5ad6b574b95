import type { Span } from '../text/view';
import type { Finding, FindingKind } from '../types';
import { featuresOf, type Reading } from './features';
import { kindOf } from './kinds';
import { learnedModel, type Model, scoreOf } from './model';
import { RuleFeatures } from './rule-features';

/** Longer texts are judged stretch by stretch, so that nothing is hidden in much ordinary talk. */
const longestWhole = 240;
const stretch = 200;
const step = 100;

const minimum = 0.5;
/** Below this nothing is reported, whatever the options ask for. */
const weakest = 0.25;
/** Fewer letters beside the digits are too few to tell by their wording alone; pieces of numbers are joined by `screenWithin`. */
const fewestLetters = 6;

/** A stretch with what its wording says for a disclosure; above 0 is more likely than not. */
interface Judged {
  readonly span: Span;
  readonly score: number;
}

/** What the rules found. */
export interface RuleFindings {
  /** Numbers, addresses and accounts, which no wording takes back. */
  readonly sure: readonly Finding[];
  readonly talk: readonly Finding[];
}

const japanese = /[ぁ-んァ-ヶ一-龠]/u;

/** Whether a stretch is in one of the languages whose words are looked for. */
function isInLanguages({ original, languages }: Reading, { start, end }: Span): boolean {
  return languages.includes(japanese.test(original.slice(start, end)) ? 'ja' : 'en');
}

function stretchesOf(length: number): Span[] {
  if (length <= longestWhole) return [{ start: 0, end: length }];
  const count = Math.ceil((length - stretch) / step) + 1;
  return Array.from({ length: count }, (_, at) => ({
    start: at * step,
    end: Math.min(length, at * step + stretch),
  }));
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** How many letters a text has, written digits left out. */
function lettersOf({ squeezed, groups }: Reading): number {
  return groups.reduce((letters, { from, to }) => letters - (to - from), squeezed.text.length);
}

/** A logarithm of the odds as a probability with two decimals. */
function confidenceOf(score: number): number {
  return Math.round(100 / (1 + Math.exp(-score))) / 100;
}

/** A rule's finding, as sure as the wording around it lets it be. */
function weighed(finding: Finding, judged: readonly Judged[]): Finding {
  const around = judged.filter(({ span }) => overlaps(span, finding)).map(({ score }) => score);
  if (around.length === 0) return finding;
  const confidence = confidenceOf(Math.max(...around));
  if (confidence >= minimum) return finding;
  return { ...finding, confidence: Math.min(finding.confidence, confidence) };
}

const sentenceEnd = /[。．.!?！？\n]+/gu;

/** The sentences of a stretch. */
function sentencesOf(original: string, { start, end }: Span): Span[] {
  const sentences: Span[] = [];
  let from = start;
  for (const match of original.slice(start, end).matchAll(sentenceEnd)) {
    const to = start + match.index + match[0].length;
    sentences.push({ start: from, end: to });
    from = to;
  }
  return from < end ? [...sentences, { start: from, end }] : sentences;
}

/** The sentence of a stretch that says most. */
function tellingSentence(reading: Reading, span: Span, scoreOfSpan: (span: Span) => number): Span {
  let best = span;
  let highest = Number.NEGATIVE_INFINITY;
  for (const sentence of sentencesOf(reading.original, span)) {
    const score = scoreOfSpan(sentence);
    if (score > highest) [best, highest] = [sentence, score];
  }
  return best;
}

function findingOf(reading: Reading, { span, score }: Judged, scoreOfSpan: (span: Span) => number): Finding {
  const kind: FindingKind = kindOf(reading, span);
  const confidence = confidenceOf(score);
  return { ...tellingSentence(reading, span, scoreOfSpan), kind, confidence, reason: 'wording' };
}

/** The findings that the wording is asked about: those of talk, and of digits or addresses that are too doubtful alone. */
export function hintsIn({ sure, talk }: RuleFindings): Finding[] {
  return [...talk, ...sure.filter(({ confidence }) => confidence < minimum)];
}

/**
 * Weighs what the rules found in talk by the wording around it, and adds the stretches that no rule found and that read like a disclosure.
 */
export function weighWording(
  reading: Reading,
  { sure, talk }: RuleFindings,
  model: Model = learnedModel(),
): Finding[] {
  const rules = new RuleFeatures(hintsIn({ sure, talk }));
  const scoreOfSpan = (span: Span) => scoreOf(model, featuresOf(reading, span, rules), span.end - span.start);
  const judged = stretchesOf(reading.original.length)
    .filter((span) => isInLanguages(reading, span))
    .map((span) => ({ span, score: scoreOfSpan(span) }));
  const found = talk.map((finding) => weighed(finding, judged));
  const explained = [...sure, ...found].filter(({ confidence }) => confidence >= minimum);
  const unexplained =
    lettersOf(reading) < fewestLetters
      ? []
      : judged.filter(
          ({ span, score }) =>
            confidenceOf(score) >= weakest && !explained.some((finding) => overlaps(finding, span)),
        );
  return [...found, ...unexplained.map((each) => findingOf(reading, each, scoreOfSpan))];
}
