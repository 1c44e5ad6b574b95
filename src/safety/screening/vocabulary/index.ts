import { Dictionary } from '../text/dictionary';
import { squeezeWord } from '../text/squeeze';
import type { ScreenLanguage } from '../types';
import { contact } from './contact';
import { dealing } from './dealing';
import { expand } from './expand';
import { messengerHints } from './messenger-hints';
import { messengers } from './messengers';
import { places } from './places';
import { stance } from './stance';
import type { Area, Tag, Vocabulary } from './tags';

const areas: readonly Area[] = [messengers, messengerHints, places, contact, stance, dealing];
const languages: readonly ScreenLanguage[] = ['ja', 'en'];

/** A word's meaning: what it tells the rules, in which languages. */
export interface Entry {
  readonly tags: ReadonlySet<Tag>;
  readonly language: ScreenLanguage;
}

/** White space parts words, the other signs belong to `expand`; a whole list is squeezed at once, for speed. */
const structure = ' \n{,}';

function addWords(words: Map<string, Entry>, language: ScreenLanguage, vocabulary: Vocabulary): void {
  for (const [tag, patterns] of Object.entries(vocabulary) as [Tag, string][]) {
    const alone: Entry = { tags: new Set([tag]), language };
    for (const pattern of squeezeWord(patterns, structure).split(/[ \n]+/u)) {
      for (const word of expand(pattern)) {
        const known = words.get(word);
        words.set(word, known === undefined ? alone : { ...known, tags: new Set([...known.tags, tag]) });
      }
    }
  }
}

function build(): Dictionary<Entry> {
  const words = new Map<string, Entry>();
  for (const language of languages) for (const area of areas) addWords(words, language, area[language]);
  words.delete('');
  return new Dictionary(words);
}

let dictionary: Dictionary<Entry> | undefined;

/** All words of all areas, keyed by how they read in a squeezed view; built on first use. */
export function vocabulary(): Dictionary<Entry> {
  dictionary ??= build();
  return dictionary;
}
