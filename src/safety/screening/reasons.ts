import type { Finding, Reason, ScreenLanguage } from './types';

const sentences: Readonly<Record<Reason, Readonly<Record<ScreenLanguage, string>>>> = {
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
  wording: {
    ja: '連絡先の交換や、このサービスを通さない取引を持ちかける文によく似ています。',
    en: 'This reads like a text that exchanges contact details or proposes to deal outside the marketplace.',
  },
  'too-long': { ja: 'メッセージが長すぎます。', en: 'The message is too long.' },
  'own-word': {
    ja: '運営が禁止している言葉が含まれています。',
    en: 'This is a word that the marketplace forbids.',
  },
};

/** One sentence for people on why something was found. */
export function explain(finding: Pick<Finding, 'reason'>, language: ScreenLanguage): string {
  return sentences[finding.reason][language];
}
