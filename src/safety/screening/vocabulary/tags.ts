import type { ScreenLanguage } from '../types';

/** What a word tells the rules. */
export type Tag =
  /** A messenger that is hardly ever anything else. */
  | 'app'
  /** A messenger's name together with what one does to meet there: LINE交換. */
  | 'app-sure'
  /** A messenger's name or nickname that is an ordinary word as well. */
  | 'app-weak'
  /** What a messenger looks like or begins with: nothing without talk of chatting there. */
  | 'app-hint'
  /** The colour of a messenger, which may be that of what is sold as well. */
  | 'app-colour'
  /** Chatting, adding each other and being found there. */
  | 'chatting'
  /** The same, but said of goods as well: 追加, "add". */
  | 'reaching'
  /** A longer word that contains a messenger's name by chance. */
  | 'not-app'
  /** Talk about a service that is not an invitation to it. */
  | 'app-talk'
  /** What others said: none of one's own words are so sure then. */
  | 'reported'
  /** "ID", "account", "QR code": an account is near. */
  | 'account-word'
  | 'invite'
  | 'refuse'
  /** Takes a refusal back: "it is forbidden, but shall we...". */
  | 'propose'
  | 'phone-cue'
  /** Speaks of phones or phoning, and of nothing else. */
  | 'phone-word'
  | 'code-cue'
  | 'phone-noun'
  | 'email-noun'
  /** A request to call or for what one calls, in itself: ワンコールください. */
  | 'call-asked'
  /** A question for a mail address in itself. */
  | 'email-asked'
  /** Asks where it follows a mail address: くれたら. */
  | 'email-ask'
  /** A site, a shop or a map where one can be found: a blog. */
  | 'place'
  /** One's own: 当店のホームページ. */
  | 'own-place'
  /** A place that nobody names but to be followed there: プロフのリンク. */
  | 'sure-place'
  /** A question for a site in itself. */
  | 'site-asked'
  /** Looking somebody up. */
  | 'lookup'
  | 'mine'
  /** What is to be had there: a form, a booking, a lower price. */
  | 'offer'
  /** A number or a form is to be found there. */
  | 'contact-there'
  /** As one is called or shown here. */
  | 'same-name'
  /** Looked up on the marketplace itself, or before. */
  | 'in-app'
  | 'ask'
  | 'backwards'
  | 'zero-first'
  /** The parts of a number are told out of order. */
  | 'reorder'
  /** A longer word that contains one of dealing and is ordinary: 振替レッスン. */
  | 'not-dealing'
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
