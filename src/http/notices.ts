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

/** A notice in the configured language, spoken to a caller and written to the sender of a text. */
export function noticeAnswer(
  notice: OutOfSessionDecision,
  kind: InteractionKind,
  { NOTICE_LANGUAGE: language, MARKET_NAME: market }: Pick<Config, 'NOTICE_LANGUAGE' | 'MARKET_NAME'>,
): Answer {
  const text = TEXTS[language][notice](marketPrefix(market, language));
  const spoken: Verb[] = [
    { verb: 'Say', attributes: { language: SPOKEN[language] }, text },
    { verb: 'Hangup' },
  ];
  return twiml(kind === 'voice' ? spoken : [{ verb: 'Message', text }]);
}

/** What is said when not even the configuration can be read. */
export const UNKNOWN_NOTICE: Answer = noticeAnswer('unknown', 'voice', {
  NOTICE_LANGUAGE: 'ja',
  MARKET_NAME: '',
});

function marketPrefix(market: string, language: Language): string {
  if (market === '') return '';
  return language === 'ja' ? `${market}です。` : `This is ${market}. `;
}
