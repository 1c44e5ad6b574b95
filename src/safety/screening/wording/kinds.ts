import type { Span } from '../text/view';
import type { FindingKind } from '../types';
import { conceptsOf } from './concepts';
import { type Reading, sliceOf } from './features';

/** What a stretch is about, by the first of these concepts that it has. */
const kinds: readonly (readonly [concepts: RegExp, kind: FindingKind])[] = [
  [/A/u, 'email'],
  [/U/u, 'url'],
  [/[MS]/u, 'messenger'],
  [/[YDFGHKXCZEJL]/u, 'direct-dealing'],
  [/T/u, 'phone'],
];

const account = /@|[a-z]_[a-z0-9]|[a-z]{3}[0-9]{2}/iu;

/** The kind of disclosure that a stretch is most likely about; dealing directly where nothing tells. */
export function kindOf({ original, squeezed }: Reading, span: Span): FindingKind {
  if (account.test(original.slice(span.start, span.end))) return 'messenger';
  const concepts = conceptsOf(sliceOf(squeezed, span));
  return kinds.find(([pattern]) => pattern.test(concepts))?.[1] ?? 'direct-dealing';
}
