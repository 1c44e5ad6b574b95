import { distance, type Span } from '../text/view';

const mostLookedAt = 3;

/** Finds what stands near a stretch in a list in reading order. Stretches must be asked for in reading order as well, so that all of them take linear time. */
export class Nearest {
  readonly #spans: readonly Span[];
  readonly #furthest: number;
  #from = 0;

  /** @param furthest the largest reach that will be asked for, in UTF-16 units */
  constructor(spans: readonly Span[], furthest: number) {
    this.#spans = spans;
    this.#furthest = furthest;
  }

  /** A span at most `reach` from a stretch and not part of it: in ③LINE the name itself is no account. */
  of(span: Span, reach: number): Span | undefined {
    while ((this.#spans[this.#from]?.end ?? Number.POSITIVE_INFINITY) < span.start - this.#furthest)
      this.#from += 1;
    return this.#spans
      .slice(this.#from, this.#from + mostLookedAt)
      .find((each) => distance(each, span) <= reach && !overlaps(each, span));
  }
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
