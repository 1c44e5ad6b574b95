import type { ScreenLanguage } from '../types';

/** What a word tells the rules. */
export type Tag =
  /** A messenger that is hardly ever anything else. */
  | 'app'
  /** A messenger's name together with what one does to meet there: LINE交換. */
  | 'app-sure'
  /** A messenger's name or nickname that is an ordinary word as well. */
  | 'app-weak'
  /** A longer word that contains a messenger's name by chance. */
  | 'not-app'
  /** Talk about a service that is not an invitation to it. */
  | 'app-talk'
  /** "ID", "account", "QR code": an account is near. */
  | 'account-word'
  | 'invite'
  | 'refuse'
  /** Takes a refusal back: "it is forbidden, but shall we...". */
  | 'propose'
  | 'phone-cue'
  | 'code-cue'
  | 'phone-noun'
  | 'email-noun'
  | 'ask'
  | 'backwards'
  | 'zero-first'
  /** The parts of a number are told out of order. */
  | 'reorder'
  | 'direct-deal'
  | 'direct'
  | 'outside'
  | 'deal'
  | 'fee'
  | 'saving'
  /** Getting round the fee, rather than finding it high. */
  | 'avoid'
  /** Face to face; ordinary by itself. */
  | 'meeting'
  /** A way to send money that no marketplace offers. */
  | 'wire'
  /** A number, without saying of what. */
  | 'number-noun'
  /** Going to call. */
  | 'calling'
  | 'pay'
  | 'bank'
  | 'cancel'
  /** Taking the offer itself down. */
  | 'delist'
  | 'market'
  | 'there'
  | 'next-time'
  | 'through-platform';

/** Words per tag: separated by white space, `_` stands for a space, `{a,b}` for either. */
export type Vocabulary = Partial<Record<Tag, string>>;

/** One area's words per language. */
export type Area = Readonly<Record<ScreenLanguage, Vocabulary>>;
