import { Dictionary } from '../text/dictionary';
import { squeezeWord } from '../text/squeeze';
import { expand } from '../vocabulary/expand';
import { contact } from './concepts/contact';
import { marketplace } from './concepts/marketplace';
import { money } from './concepts/money';
import { ordinary } from './concepts/ordinary';
import { people } from './concepts/people';

/**
 * Words that may stand for each other in a proposal, under the letter by which a sentence is rewritten. The first to name a word has it.
 * Latin letters are what proposals and hints are made of, Greek ones what ordinary talk is about.
 */
const words = { ...ordinary, ...contact, ...marketplace, ...money, ...people } as const;

/** The letters that stand for concepts: folded texts have no upper case. */
export type Concept = keyof typeof words;

/** Too often a part of other words. */
const shortLatin = /^[a-z]{1,3}$/u;
/** White space parts words and the other signs belong to `expand`; `#` is a written number. */
const structure = ' \n{,}#';

function entriesOf(concept: Concept, list: string): [string, Concept][] {
  return squeezeWord(list, structure)
    .split(/[ \n]+/u)
    .flatMap(expand)
    .filter((word) => !shortLatin.test(word))
    .map((word): [string, Concept] => [word, concept]);
}

function entries(): [string, Concept][] {
  return (Object.entries(words) as [Concept, string][]).flatMap(([concept, list]) =>
    entriesOf(concept, list),
  );
}

let dictionary: Dictionary<Concept> | undefined;

/** Whether a character code is a concept's letter. */
export function isConcept(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x391 && code <= 0x3a9);
}

/** A squeezed text in which every word of a concept is replaced by its letter. */
export function conceptsOf(text: string): string {
  dictionary ??= new Dictionary(entries());
  let rewritten = '';
  for (let at = 0; at < text.length; ) {
    const match = dictionary.longest(text, at);
    rewritten += match?.value ?? text.charAt(at);
    at = match?.end ?? at + 1;
  }
  return rewritten;
}
