/** What a finding can be, in the order in which overlapping findings win. */
export const findingKinds = ['phone', 'email', 'messenger', 'url', 'direct-dealing'] as const;

/** One kind of disclosure or proposal. */
export type FindingKind = (typeof findingKinds)[number];

/** Why something was found; stable, `explain` turns it into a sentence. */
export type Reason =
  | 'phone-number'
  | 'phone-number-disguised'
  | 'phone-number-split'
  | 'phone-number-asked'
  | 'too-long'
  | 'email-address'
  | 'email-address-disguised'
  | 'email-address-asked'
  | 'messenger-account'
  | 'messenger-disguised'
  | 'messenger-invitation'
  | 'messenger-split'
  | 'url'
  | 'url-disguised'
  | 'direct-deal'
  | 'outside-platform'
  | 'fee-avoidance'
  | 'direct-payment'
  | 'cancel-and-deal'
  | 'other-marketplace'
  | 'wording'
  | 'own-word';

/** One place in a text; `start` and `end` are UTF-16 offsets in the original text, `confidence` is 0 to 1. */
export interface Finding {
  readonly kind: FindingKind;
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
  readonly reason: Reason;
}

/** The languages whose words and phrases are looked for. Digits and addresses are found in every language. */
export type ScreenLanguage = 'ja' | 'en';

/** What a finding of a kind does: reject the text, only be listed, or not be looked at. */
export type Action = 'reject' | 'flag' | 'ignore';

/** A marketplace's own word; without `language` it holds in every language. */
export interface OwnWord {
  readonly word: string;
  readonly language?: ScreenLanguage;
}

/** A word that the marketplace adds, with the kind that it counts as. */
export interface DeniedWord extends OwnWord {
  readonly kind: FindingKind;
}

/** How to judge. Every field has a default: all kinds reject, both languages, no own words. */
export interface ScreenOptions {
  readonly policy?: Partial<Record<FindingKind, Action>>;
  readonly languages?: readonly ScreenLanguage[];
  /** Findings below this are not reported; 0 to 1, default 0.5. */
  readonly minimumConfidence?: number;
  /** Words to find in addition. */
  readonly deny?: readonly DeniedWord[];
  /** Words, numbers, addresses or domains that are never a finding, e.g. the marketplace's own domain. */
  readonly allow?: readonly OwnWord[];
}

/** The judgement of one text; `findings` do not overlap within a kind and are in reading order. */
export interface Verdict {
  readonly allowed: boolean;
  readonly findings: readonly Finding[];
}
