import type { Config, Language } from '../../config';
import { marketPrefix } from '../notices';

/** The settings that the words of a call depend on. */
export type WordSettings = Pick<
  Config,
  | 'NOTICE_LANGUAGE'
  | 'MARKET_NAME'
  | 'CALL_LIMIT_MINUTES'
  | 'WHISPER_TEXT'
  | 'PRESS_1_TO_ACCEPT'
  | 'QUIET_HOURS'
>;

interface Words {
  readonly joining: string;
  readonly limit: (minutes: number) => string;
  readonly whisper: (market: string) => string;
  readonly pressOne: string;
  readonly notReached: string;
  readonly limitReached: string;
  readonly tooMany: string;
  readonly unavailable: string;
  readonly quiet: (time: string) => string;
  readonly time: (hour: number, minute: number) => string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  ja: {
    joining: 'お取引相手におつなぎします。',
    limit: (minutes) => `通話は${minutes}分までです。`,
    whisper: (market) => `${market === '' ? 'お取引相手' : market}からのお電話です。`,
    pressOne: 'おつなぎする場合は、1を押してください。',
    notReached: 'お取引相手につながりませんでした。時間をおいて、もう一度おかけください。',
    limitReached: '通話時間の上限になりましたので、通話を終了しました。',
    tooMany: '通話の回数が上限に達しました。時間をおいて、もう一度おかけください。',
    unavailable:
      '申し訳ございません。ただいま電話をおつなぎできません。時間をおいて、もう一度おかけください。',
    quiet: (time) => `ただいまの時間は、電話をおつなぎしていません。${time}以降に、もう一度おかけください。`,
    time: (hour, minute) => (minute === 0 ? `${hour}時` : `${hour}時${minute}分`),
  },
  en: {
    joining: 'We are connecting you with your partner.',
    limit: (minutes) => ` This call can last ${minutes === 1 ? 'one minute' : `${minutes} minutes`}.`,
    whisper: (market) => `This is a call ${market === '' ? 'from your partner' : `through ${market}`}.`,
    pressOne: ' To be connected, please press 1.',
    notReached: 'Your partner could not be reached. Please try again later.',
    limitReached: 'The call has reached its time limit and was ended.',
    tooMany: 'There were too many calls. Please try again later.',
    unavailable: 'We are sorry. Your call cannot be connected right now. Please try again later.',
    quiet: (time) => `Calls are not connected at this time of day. Please call again after ${time}.`,
    time: (hour, minute) =>
      `${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'a.m.' : 'p.m.'}`,
  },
};

/** What a caller hears before the partner's phone rings. */
export function announcement({ NOTICE_LANGUAGE: language, MARKET_NAME, ...settings }: WordSettings): string {
  const { joining, limit } = WORDS[language];
  return `${marketPrefix(MARKET_NAME, language)}${joining}${limit(settings.CALL_LIMIT_MINUTES)}`;
}

/** What the called person hears before the two are connected. */
export function whisper(settings: WordSettings): string {
  const words = WORDS[settings.NOTICE_LANGUAGE];
  const greeting = settings.WHISPER_TEXT || words.whisper(settings.MARKET_NAME);
  const question = settings.PRESS_1_TO_ACCEPT ? words.pressOne : '';
  return `${greeting}${words.limit(settings.CALL_LIMIT_MINUTES)}${question}`;
}

/** The notices that end a call or follow it. */
export type CallNotice = 'notReached' | 'limitReached' | 'tooMany' | 'unavailable' | 'quiet';

/** One of these notices; with `quiet`, when calls are possible again. */
export function callNotice(notice: CallNotice, settings: WordSettings): string {
  const words = WORDS[settings.NOTICE_LANGUAGE];
  if (notice !== 'quiet') return words[notice];
  const until = settings.QUIET_HOURS?.untilMinute ?? 0;
  const time = words.time(Math.floor(until / 60), until % 60);
  return `${marketPrefix(settings.MARKET_NAME, settings.NOTICE_LANGUAGE)}${words.quiet(time)}`;
}
