import * as v from 'valibot';
import type { DeniedWord, FindingKind, OwnWord, ScreenLanguage } from '../safety/screening';

/** A language, a kind, and at least two characters: a single one would be found in almost every text. */
const KIND = '(phone|email|messenger|url|direct-dealing):';
const DENIED = new RegExp(`^(?:(ja|en)/)?(?:${KIND}|(?!${KIND}))(.{2,})$`, 'u');
const ALLOWED = /^(?:(ja|en)\/)?(.{2,})$/u;

function ownWord(word: string, language: string | undefined): OwnWord {
  return language === undefined ? { word } : { word, language: language as ScreenLanguage };
}

/** One word to find in addition, such as `en/messenger:pineapple`; without a kind it is a proposal of direct dealing. */
export const deniedWord: v.GenericSchema<string, DeniedWord> = v.pipe(
  v.string(),
  v.regex(DENIED, 'must list words of two characters or more, such as messenger:pineapple or ja/合言葉'),
  v.transform((text) => {
    const [, language, kind = 'direct-dealing', , word = ''] = DENIED.exec(text) ?? [];
    return { ...ownWord(word, language), kind: kind as FindingKind };
  }),
);

/** One word, number or domain that is never a finding, such as `en/line dance` or `market.example`. */
export const allowedWord: v.GenericSchema<string, OwnWord> = v.pipe(
  v.string(),
  v.regex(ALLOWED, 'must list words of two characters or more, such as market.example or en/line dance'),
  v.transform((text) => {
    const [, language, word = ''] = ALLOWED.exec(text) ?? [];
    return ownWord(word, language);
  }),
);
