import type { Config, Language } from '../config';
import type { InteractionKind, OutOfSessionDecision } from '../masking/ports';
import type { Answer } from './runtime';
import { twiml, type Verb } from './twiml';

const TEXTS: Readonly<Record<Language, Readonly<Record<OutOfSessionDecision, (market: string) => string>>>> =
  {
    ja: {
      ended: (market) =>
        `${market}お取引相手との通話の受付は終了しました。お手数ですが、アプリの「電話する」ボタンからもう一度おかけ直しください。`,
      unknown: (market) =>
        `${market}この番号は、現在おつなぎできません。お手数ですが、アプリの「電話する」ボタンからおかけください。`,
    },
    en: {
      ended: (market) =>
        `${market}The time for calling this partner has ended. Please tap the call button in the app to call again.`,
      unknown: (market) => `${market}This number cannot connect you. Please use the call button in the app.`,
    },
  };

const SPOKEN: Readonly<Record<Language, string>> = { ja: 'ja-JP', en: 'en-US' };

/** The settings that notices depend on. */
export type NoticeSettings = Pick<Config, 'NOTICE_LANGUAGE' | 'MARKET_NAME'>;

/** A notice in the configured language, spoken to a caller and written to the sender of a text. */
export function noticeAnswer(
  notice: OutOfSessionDecision,
  kind: InteractionKind,
  settings: NoticeSettings,
): Answer {
  const text = noticeText(notice, settings);
  return twiml(kind === 'voice' ? farewell(text, settings.NOTICE_LANGUAGE) : [{ verb: 'Message', text }]);
}

export function noticeText(
  notice: OutOfSessionDecision,
  { NOTICE_LANGUAGE: language, MARKET_NAME: market }: NoticeSettings,
): string {
  return TEXTS[language][notice](marketPrefix(market, language));
}

export function say(text: string, language: Language): Verb {
  return { verb: 'Say', attributes: { language: SPOKEN[language] }, text };
}

/** The last words of a call. */
export function farewell(text: string, language: Language): Verb[] {
  return [say(text, language), { verb: 'Hangup' }];
}

/** What is said when not even the configuration can be read. */
export const UNKNOWN_NOTICE: Answer = noticeAnswer('unknown', 'voice', {
  NOTICE_LANGUAGE: 'ja',
  MARKET_NAME: '',
});

/** How a notice begins: with the name of the marketplace, where it has one. */
export function marketPrefix(market: string, language: Language): string {
  if (market === '') return '';
  return language === 'ja' ? `${market}です。` : `This is ${market}. `;
}
