import type { Language } from '../../config';
import type { TextOutcome } from '../../masking/incoming-text';
import { marketPrefix, type NoticeSettings, noticeText } from '../notices';
import { REJECTED } from '../screening';

type Refusal = 'media' | 'tooMany' | 'paused' | 'unavailable';

const WORDS: Readonly<Record<Language, Readonly<Record<Refusal, string>>>> = {
  ja: {
    media: '写真やファイルは送信できません。文章のみでお送りください。',
    tooMany: 'メッセージの回数が上限に達しました。時間をおいて、もう一度お送りください。',
    paused:
      '送信できないメッセージが続いたため、送信と発信を一時停止しています。時間をおいて、もう一度お送りください。',
    unavailable:
      '申し訳ございません。メッセージを送信できませんでした。時間をおいて、もう一度お送りください。',
  },
  en: {
    media: 'Pictures and files cannot be sent. Please send words only.',
    tooMany: 'There were too many messages. Please try again later.',
    paused:
      'Too many of your messages were rejected, so your messages and calls are paused. Please try again later.',
    unavailable: 'We are sorry. Your message could not be sent. Please try again later.',
  },
};

const MISSED_CALL: Readonly<Record<Language, string>> = {
  ja: 'お取引相手から、お電話がありました。アプリでご確認のうえ、この番号にかけ直すこともできます。',
  en: 'Your partner tried to call you. Please look into the app, or call this number back.',
};

/** What somebody is told who missed a call; it names nobody but the marketplace. */
export function missedCallText({ NOTICE_LANGUAGE: language, MARKET_NAME }: NoticeSettings): string {
  return `${marketPrefix(MARKET_NAME, language)}${MISSED_CALL[language]}`;
}

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
      if (outcome.reason === 'told_enough') return undefined;
      if (outcome.reason === 'media_refused') return prefixed(WORDS[language].media);
      if (outcome.reason === 'quota_exceeded') return prefixed(WORDS[language].tooMany);
      return outcome.reason === 'paused' ? prefixed(WORDS[language].paused) : noticeText('ended', settings);
    case 'text_rejected':
      return prefixed(REJECTED[language]);
    case 'store_unavailable':
      return prefixed(WORDS[language].unavailable);
  }
}
