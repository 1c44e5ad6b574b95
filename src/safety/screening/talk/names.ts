import { followsKanji, type Hits } from '../text/hits';
import type { Span, View } from '../text/view';
import type { Tag } from '../vocabulary/tags';
import { findMaskedNames } from './masked';

const codeReach = 26;
const hintReach = 40;

/** What names or describes a messenger. */
export interface Name {
  readonly span: Span;
  /** What it is worth alone; 0 for "account". */
  readonly base: number;
  /** It may as well be the colour of what is sold. */
  readonly isColour?: boolean;
  /** Its letters are hidden behind signs or look-alikes. */
  readonly isMasked?: true;
  /** It says nothing without an account beside it. */
  readonly needsAccount?: true;
}

/** What tells that a hint means a messenger; 追加 and "add" are said of goods of a colour as well. */
function signs(isColour: boolean): readonly Tag[] {
  return isColour ? ['chatting', 'account-word'] : ['chatting', 'account-word', 'reaching'];
}

/** What may mean a messenger: where chatting is spoken of, or with an account beside it. */
function hintsIn(hits: Hits): Name[] {
  return (['app-hint', 'app-colour'] as const).flatMap((tag) =>
    hits.all(tag).map((span): Name => {
      const isColour = tag === 'app-colour';
      const isChat = signs(isColour).some((sign) => hits.near(sign, span, hintReach) !== undefined);
      return isChat ? { span, base: 0.4, isColour } : { span, base: 0.3, isColour, needsAccount: true };
    }),
  );
}

/** "ID" and its like, unless another code is spoken of. */
function accountsIn(hits: Hits): Name[] {
  return hits
    .all('account-word')
    .filter((hit) => hits.near('code-cue', hit, codeReach) === undefined)
    .map((span) => ({ span, base: 0, needsAccount: true }));
}

/** Everything in a text that may name a messenger, in reading order. */
export function namesIn(original: string, folded: View, hits: Hits): Name[] {
  const weak = hits.all('app-weak').filter((hit) => !followsKanji(original, hit));
  const names: Name[] = [
    ...hits.all('app-sure').map((span) => ({ span, base: 0.55 })),
    ...hits.all('app').map((span) => ({ span, base: 0.4 })),
    ...weak.map((span) => ({ span, base: 0.3 })),
    ...hintsIn(hits),
    ...accountsIn(hits),
    ...findMaskedNames(folded).map((span) => ({ span, base: 0.85, isMasked: true as const })),
  ];
  return names.sort((a, b) => a.span.start - b.span.start);
}
