import type { Span } from '../text/view';
import type { Finding } from '../types';
import { hashOf } from './hash';

/** Steps of a rule's confidence. */
const confidences = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8];

/** What a finding says: which rule made it, and how sure it is at least. */
function featuresOf({ reason, confidence }: Finding): number[] {
  return confidences
    .filter((least) => confidence >= least)
    .flatMap((least) => [hashOf('r', `${reason} ${least}`), hashOf('r', `${least}`)]);
}

/** Adds a span that begins no earlier than those before, joined with the last one where they meet. */
function addInOrder(spans: Span[], { start, end }: Span): void {
  const last = spans.at(-1);
  if (last !== undefined && start <= last.end)
    spans[spans.length - 1] = { ...last, end: Math.max(last.end, end) };
  else spans.push({ start, end });
}

/** Whether one of some spans, in order and apart from each other, overlaps another one. */
function overlapsAny(spans: readonly Span[], { start, end }: Span): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return (spans[low]?.start ?? end) < end;
}

/** The features of what rules found, by place: a long text has many findings and many stretches. */
export class RuleFeatures {
  readonly #spans = new Map<number, Span[]>();

  constructor(findings: readonly Finding[]) {
    for (const finding of findings.toSorted((a, b) => a.start - b.start)) {
      for (const feature of featuresOf(finding)) {
        const spans = this.#spans.get(feature) ?? [];
        addInOrder(spans, finding);
        this.#spans.set(feature, spans);
      }
    }
  }

  /** Those of the findings that overlap a stretch. */
  within(span: Span): number[] {
    return [...this.#spans].flatMap(([feature, spans]) => (overlapsAny(spans, span) ? [feature] : []));
  }
}
