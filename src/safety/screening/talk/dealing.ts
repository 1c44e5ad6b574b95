import type { Hits } from '../text/hits';
import type { Span } from '../text/view';
import type { Finding, Reason } from '../types';
import type { Tag } from '../vocabulary/tags';
import { isRefused } from './refusal';

/** A word that, with others near it, proposes to deal past the marketplace. */
interface Rule {
  readonly anchor: Tag;
  /** One word of every list must be near. */
  readonly near: readonly (readonly Tag[])[];
  readonly confidence: number;
  readonly reason: Reason;
  /** Not when the payment is said to go through the marketplace. */
  readonly unlessThroughPlatform?: true;
}

const reach = 45;

const rules: readonly Rule[] = [
  { anchor: 'direct-deal', near: [], confidence: 0.8, reason: 'direct-deal' },
  {
    anchor: 'outside',
    near: [['deal', 'pay', 'saving', 'propose', 'invite', 'direct', 'bank', 'meeting']],
    confidence: 0.75,
    reason: 'outside-platform',
  },
  { anchor: 'direct', near: [['pay', 'bank']], confidence: 0.7, reason: 'direct-payment' },
  { anchor: 'direct', near: [['fee', 'cancel']], confidence: 0.7, reason: 'direct-deal' },
  {
    anchor: 'direct',
    near: [['deal'], ['saving', 'propose', 'invite', 'next-time']],
    confidence: 0.65,
    reason: 'direct-deal',
  },
  {
    anchor: 'direct',
    near: [
      ['next-time', 'phone-cue'],
      ['saving', 'deal'],
    ],
    confidence: 0.65,
    reason: 'direct-deal',
  },
  {
    anchor: 'fee',
    near: [['saving'], ['pay', 'bank', 'direct', 'outside']],
    confidence: 0.7,
    reason: 'fee-avoidance',
    unlessThroughPlatform: true,
  },
  {
    anchor: 'cancel',
    near: [['pay', 'direct', 'outside', 'direct-deal', 'bank', 'there']],
    confidence: 0.7,
    reason: 'cancel-and-deal',
  },
  {
    anchor: 'delist',
    near: [['deal', 'pay', 'direct', 'there', 'propose', 'invite']],
    confidence: 0.65,
    reason: 'cancel-and-deal',
  },
  {
    anchor: 'bank',
    near: [['pay', 'there', 'invite', 'ask', 'propose']],
    confidence: 0.65,
    reason: 'direct-payment',
    unlessThroughPlatform: true,
  },
  {
    anchor: 'pay',
    near: [['saving', 'propose', 'ask', 'invite']],
    confidence: 0.55,
    reason: 'direct-payment',
    unlessThroughPlatform: true,
  },
  {
    anchor: 'fee',
    near: [['avoid'], ['propose', 'invite', 'deal', 'direct', 'meeting']],
    confidence: 0.6,
    reason: 'fee-avoidance',
    unlessThroughPlatform: true,
  },
  {
    anchor: 'wire',
    near: [['pay', 'deal', 'saving', 'propose', 'ask', 'invite']],
    confidence: 0.6,
    reason: 'direct-payment',
  },
  {
    anchor: 'cancel',
    near: [['meeting'], ['deal', 'pay', 'saving']],
    confidence: 0.65,
    reason: 'cancel-and-deal',
  },
  {
    anchor: 'fee',
    near: [['saving', 'avoid'], ['meeting']],
    confidence: 0.6,
    reason: 'fee-avoidance',
    unlessThroughPlatform: true,
  },
  { anchor: 'market', near: [['there']], confidence: 0.65, reason: 'other-marketplace' },
  {
    anchor: 'next-time',
    near: [['direct'], ['deal', 'invite', 'saving']],
    confidence: 0.7,
    reason: 'direct-deal',
  },
];

/** The span over an anchor and the words that its rule asks for, or nothing when one is missing. */
function spanOf(rule: Rule, anchor: Span, hits: Hits): Span | undefined {
  let { start, end } = anchor;
  for (const tags of rule.near) {
    const word = tags.map((tag) => hits.near(tag, anchor, reach)).find((hit) => hit !== undefined);
    if (word === undefined) return undefined;
    start = Math.min(start, word.start);
    end = Math.max(end, word.end);
  }
  return { start, end };
}

function apply(rule: Rule, hits: Hits): Finding[] {
  return hits.all(rule.anchor).flatMap((anchor): Finding[] => {
    const span = spanOf(rule, anchor, hits);
    if (span === undefined || isRefused(hits, anchor)) return [];
    if (rule.unlessThroughPlatform && hits.near('through-platform', anchor, reach) !== undefined) return [];
    return [{ ...span, kind: 'direct-dealing', confidence: rule.confidence, reason: rule.reason }];
  });
}

/** Proposals to deal past the marketplace. */
export function findDealing(hits: Hits): Finding[] {
  return rules.flatMap((rule) => apply(rule, hits));
}
