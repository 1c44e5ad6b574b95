import type { Finding, FindingKind, Reason, ScreenLanguage } from './types';

type Sentence = Readonly<Record<ScreenLanguage, string>>;

const sentences: Readonly<Record<Exclude<Reason, 'wording'>, Sentence>> = {
  'phone-number': { ja: '電話番号が含まれています。', en: 'This is a phone number.' },
  'phone-number-disguised': {
    ja: '別の書き方をした電話番号が含まれています。',
    en: 'This is a phone number written in another way.',
  },
  'phone-number-split': {
    ja: '電話番号が複数のメッセージに分けて書かれています。',
    en: 'This completes a phone number that was split over several messages.',
  },
  'phone-number-asked': { ja: '電話番号をたずねています。', en: 'This asks for a phone number.' },
  'email-address': { ja: 'メールアドレスが含まれています。', en: 'This is an email address.' },
  'email-address-disguised': {
    ja: '別の書き方をしたメールアドレスが含まれています。',
    en: 'This is an email address written in another way.',
  },
  'email-address-asked': {
    ja: 'メールアドレスや連絡先をたずねています。',
    en: 'This asks for an email address.',
  },
  'messenger-account': {
    ja: '外部のメッセージサービスのアカウントが含まれています。',
    en: 'This is an account of another messaging service.',
  },
  'messenger-disguised': {
    ja: '別の書き方をした外部のメッセージサービスの名前が含まれています。',
    en: 'This is the name of another messaging service written in another way.',
  },
  'messenger-invitation': {
    ja: '外部のメッセージサービスへ誘っています。',
    en: 'This invites to another messaging service.',
  },
  'messenger-split': {
    ja: '外部のメッセージサービスのアカウントが複数のメッセージに分けて書かれています。',
    en: 'This completes an account of another messaging service that was split over several messages.',
  },
  url: { ja: '外部サイトのアドレスが含まれています。', en: 'This is a link to another site.' },
  'url-disguised': {
    ja: '別の書き方をした外部サイトのアドレスが含まれています。',
    en: 'This is a link to another site written in another way.',
  },
  'direct-deal': { ja: '直接取引を持ちかけています。', en: 'This proposes to deal directly.' },
  'outside-platform': {
    ja: 'このサービスを通さない取引を持ちかけています。',
    en: 'This proposes to deal outside the marketplace.',
  },
  'fee-avoidance': {
    ja: '手数料を避ける取引を持ちかけています。',
    en: 'This proposes to avoid the marketplace fee.',
  },
  'direct-payment': {
    ja: 'このサービスを通さない支払いを持ちかけています。',
    en: 'This proposes to pay past the marketplace.',
  },
  'cancel-and-deal': {
    ja: 'キャンセルしたうえでの取引を持ちかけています。',
    en: 'This proposes to cancel and deal privately.',
  },
  'other-marketplace': {
    ja: '別のサービスでの取引へ誘っています。',
    en: 'This invites to deal on another marketplace.',
  },
  'too-long': { ja: 'メッセージが長すぎます。', en: 'The message is too long.' },
  'own-word': {
    ja: '運営が禁止している言葉が含まれています。',
    en: 'This is a word that the marketplace forbids.',
  },
};

/** What the whole of a text reads like, where no single word says it. */
const wordings: Readonly<Record<FindingKind, Sentence>> = {
  phone: {
    ja: '電話番号を伝える、たずねる、またはアプリの外での通話に誘う内容のようです。',
    en: 'This reads like telling or asking for a phone number, or like a call outside the app.',
  },
  email: {
    ja: 'メールアドレスを伝える、またはたずねる内容のようです。',
    en: 'This reads like telling or asking for an email address.',
  },
  messenger: {
    ja: '外部のメッセージサービスやSNSへ誘う内容のようです。',
    en: 'This reads like an invitation to another messaging service or social network.',
  },
  url: {
    ja: '外部のサイトやお店へ誘う内容のようです。',
    en: 'This reads like a way to another site or shop.',
  },
  'direct-dealing': {
    ja: 'このサービスを通さない取引を持ちかける内容のようです。',
    en: 'This reads like a proposal to deal outside the marketplace.',
  },
};

/** One sentence for people on why something was found. */
export function explain(
  { kind, reason }: Pick<Finding, 'kind' | 'reason'>,
  language: ScreenLanguage,
): string {
  return (reason === 'wording' ? wordings[kind] : sentences[reason])[language];
}
