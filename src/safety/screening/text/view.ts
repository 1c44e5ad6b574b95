/**
 * A rewritten text that remembers where each of its UTF-16 units came from: unit `i` stands for
 * `original.slice(starts[i], ends[i])`.
 */
export interface View {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** A stretch of the original text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The original stretch behind the units `from` (included) to `to` (excluded) of a view. */
export function originalSpan(view: View, from: number, to: number): Span {
  return { start: view.starts[from] ?? 0, end: view.ends[to - 1] ?? 0 };
}

/** How many characters lie between two stretches; 0 when they touch or overlap. */
export function distance(a: Span, b: Span): number {
  return Math.max(0, a.start - b.end, b.start - a.end);
}
