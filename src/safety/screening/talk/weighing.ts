import type { Hit, Hits } from '../text/hits';
import type { Finding } from '../types';
import type { Tag } from '../vocabulary/tags';

/**
 * How much a kind of word says for a proposal to deal past the marketplace, each counted once: the weights of a logistic regression over the
 * development texts, rounded to tenths. The rules in `dealing.ts` name what they find; this finds what says a little in many ways.
 */
const weights: ReadonlyMap<Tag, number> = new Map([
  ['outside', 3],
  ['pay', 2.9],
  ['direct-deal', 2.9],
  ['bank', 2.5],
  ['saving', 2.1],
  ['direct', 2.1],
  ['cancel', 1.6],
  ['market', 1.6],
  ['fee', 1.5],
  ['there', 1.4],
  ['deal', 1.4],
  ['propose', 1.3],
  ['delist', 1.3],
  ['avoid', 1],
  ['wire', 0.9],
  ['next-time', 0.9],
  ['invite', 0.8],
  ['ask', 0.8],
  ['meeting', 0.7],
  ['through-platform', -1.2],
  ['refuse', -1.6],
  ['app-talk', -0.2],
]);

/** What must be outweighed: where no text of the marketplace's ordinary talk in the corpus reached. */
const threshold = 4.8;
/** One of these must be there: talk of prices and offers alone is what a marketplace is for. */
const core: readonly Tag[] = 'outside direct fee pay bank cancel delist market wire direct-deal'.split(
  ' ',
) as Tag[];
const reach = 80;
const confidence = 0.55;

/** The words that weigh, in reading order. */
function weighing(hits: Hits): Hit[] {
  const words = new Set([...weights.keys()].flatMap((tag) => hits.all(tag)));
  return [...words].sort((a, b) => a.start - b.start);
}

function weightOf(words: readonly Hit[]): number {
  const tags = new Set(words.flatMap((word) => [...word.tags]));
  if (!core.some((tag) => tags.has(tag))) return 0;
  let sum = 0;
  for (const tag of tags) sum += weights.get(tag) ?? 0;
  return sum;
}

/** Stretches whose words together propose to deal past the marketplace. Linear: each holds a bounded number of words. */
export function findWeighty(hits: Hits): Finding[] {
  const words = weighing(hits);
  const findings: Finding[] = [];
  for (let first = 0; first < words.length; ) {
    const start = words[first]?.start ?? 0;
    let last = first;
    while ((words[last + 1]?.end ?? Number.POSITIVE_INFINITY) <= start + reach) last += 1;
    const stretch = words.slice(first, last + 1);
    const isProposal = weightOf(stretch) >= threshold;
    if (isProposal) {
      const end = words[last]?.end ?? start;
      findings.push({ kind: 'direct-dealing', start, end, confidence, reason: 'outside-platform' });
    }
    first = isProposal ? last + 1 : first + 1;
  }
  return findings;
}
