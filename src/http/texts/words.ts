import type { Language } from '../../config';
import type { TextOutcome } from '../../masking/incoming-text';
import { marketPrefix, type NoticeSettings, noticeText } from '../notices';
import { REJECTED } from '../screening';

type Refusal = 'media' | 'tooMany' | 'unavailable';

const WORDS: Readonly<Record<Language, Readonly<Record<Refusal, string>>>> = {
  ja: {
    media: '写真やファイルは送信できません。文章のみでお送りください。',
    tooMany: 'メッセージの回数が上限に達しました。時間をおいて、もう一度お送りください。',
    unavailable:
      '申し訳ございません。メッセージを送信できませんでした。時間をおいて、もう一度お送りください。',
  },
  en: {
    media: 'Pictures and files cannot be sent. Please send words only.',
    tooMany: 'There were too many messages. Please try again later.',
    unavailable: 'We are sorry. Your message could not be sent. Please try again later.',
  },
};

/** What the sender of a text that is not relayed is told; undefined where nothing is to be said. */
export function reply(
  outcome: Exclude<TextOutcome, { kind: 'joined' }>,
  settings: NoticeSettings,
): string | undefined {
  const language = settings.NOTICE_LANGUAGE;
  const prefixed = (words: string) => `${marketPrefix(settings.MARKET_NAME, language)}${words}`;
  switch (outcome.kind) {
    case 'opt_out':
    case 'empty':
    case 'own_number':
      return undefined;
    case 'ended':
    case 'unknown':
      return noticeText(outcome.kind, settings);
    case 'refused':
      return outcome.reason === 'quota_exceeded'
        ? prefixed(WORDS[language].tooMany)
        : noticeText('ended', settings);
    case 'media_refused':
      return prefixed(WORDS[language].media);
    case 'text_rejected':
      return prefixed(REJECTED[language]);
    case 'store_unavailable':
      return prefixed(WORDS[language].unavailable);
  }
}
