import type { Config, Language } from '../../config';
import { marketPrefix } from '../notices';

/** The settings that the words of a call depend on. */
export type WordSettings = Pick<
  Config,
  | 'NOTICE_LANGUAGE'
  | 'MARKET_NAME'
  | 'CALL_LIMIT_MINUTES'
  | 'RECORD_CALLS'
  | 'VOICEMAIL_SECONDS'
  | 'WHISPER_TEXT'
  | 'PRESS_1_TO_ACCEPT'
  | 'QUIET_HOURS'
>;

interface Words {
  readonly joining: string;
  readonly limit: (minutes: number) => string;
  readonly recorded: string;
  readonly whisper: (market: string) => string;
  readonly pressOne: string;
  readonly notReached: string;
  readonly limitReached: string;
  readonly lastMinute: string;
  readonly leaveMessage: (seconds: number) => string;
  readonly messageTaken: string;
  readonly tooMany: string;
  readonly paused: string;
  readonly unavailable: string;
  readonly quiet: (time: string) => string;
  readonly time: (hour: number, minute: number) => string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  ja: {
    joining: 'お取引相手におつなぎします。',
    limit: (minutes) => `通話は${minutes}分までです。`,
    recorded: 'この通話は録音されます。',
    whisper: (market) => `${market === '' ? 'お取引相手' : market}からのお電話です。`,
    pressOne: 'おつなぎする場合は、1を押してください。',
    notReached: 'お取引相手につながりませんでした。時間をおいて、もう一度おかけください。',
    limitReached: '通話時間の上限になりましたので、通話を終了しました。',
    lastMinute: 'あと1分ほどで、この通話は終了します。',
    leaveMessage: (seconds) =>
      `お取引相手が電話に出られません。発信音のあとに、${seconds}秒以内でご用件をお話しください。終わりましたら、シャープを押してください。録音した伝言は、お取引相手に届けられます。`,
    messageTaken: '伝言をお預かりしました。',
    tooMany: '通話の回数が上限に達しました。時間をおいて、もう一度おかけください。',
    paused:
      '送信できないメッセージが続いたため、発信と送信を一時停止しています。時間をおいて、もう一度おかけください。',
    unavailable:
      '申し訳ございません。ただいま電話をおつなぎできません。時間をおいて、もう一度おかけください。',
    quiet: (time) => `ただいまの時間は、電話をおつなぎしていません。${time}以降に、もう一度おかけください。`,
    time: (hour, minute) => (minute === 0 ? `${hour}時` : `${hour}時${minute}分`),
  },
  en: {
    joining: 'We are connecting you with your partner.',
    limit: (minutes) => ` This call can last ${minutes === 1 ? 'one minute' : `${minutes} minutes`}.`,
    recorded: ' This call will be recorded.',
    whisper: (market) => `This is a call ${market === '' ? 'from your partner' : `through ${market}`}.`,
    pressOne: 'To be connected, please press 1.',
    notReached: 'Your partner could not be reached. Please try again later.',
    limitReached: 'The call has reached its time limit and was ended.',
    lastMinute: 'This call will end in about one minute.',
    leaveMessage: (seconds) =>
      `Your partner cannot answer. Please leave a message of up to ${seconds} seconds after the tone, and press the hash key when you are done. It is recorded and passed on to your partner.`,
    messageTaken: 'Your message has been recorded.',
    tooMany: 'There were too many calls. Please try again later.',
    paused:
      'Too many of your messages were rejected, so your calls and messages are paused. Please try again later.',
    unavailable: 'We are sorry. Your call cannot be connected right now. Please try again later.',
    quiet: (time) => `Calls are not connected at this time of day. Please call again after ${time}.`,
    time: (hour, minute) =>
      `${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'a.m.' : 'p.m.'}`,
  },
};

/** What a caller hears before the partner's phone rings. */
export function announcement(settings: WordSettings): string {
  const { NOTICE_LANGUAGE: language, MARKET_NAME: market } = settings;
  return `${marketPrefix(market, language)}${WORDS[language].joining}${terms(settings)}`;
}

/** What the called person hears before the two are connected. */
export function whisper(settings: WordSettings): string {
  const words = WORDS[settings.NOTICE_LANGUAGE];
  const greeting = settings.WHISPER_TEXT || words.whisper(settings.MARKET_NAME);
  return `${greeting}${terms(settings)}`;
}

/** How the called person is asked to accept the call. */
export function acceptPrompt({ NOTICE_LANGUAGE }: Pick<WordSettings, 'NOTICE_LANGUAGE'>): string {
  return WORDS[NOTICE_LANGUAGE].pressOne;
}

/** Whether the called person is asked to press a key first; nobody is recorded who did not agree. */
export function mustAccept({ PRESS_1_TO_ACCEPT, RECORD_CALLS }: WordSettings): boolean {
  return PRESS_1_TO_ACCEPT || RECORD_CALLS;
}

/** What both sides are told before they talk. */
function terms({ NOTICE_LANGUAGE, CALL_LIMIT_MINUTES, RECORD_CALLS }: WordSettings): string {
  const { limit, recorded } = WORDS[NOTICE_LANGUAGE];
  return `${limit(CALL_LIMIT_MINUTES)}${RECORD_CALLS ? recorded : ''}`;
}

/** What both sides hear when their time is nearly up. */
export function lastMinute({ NOTICE_LANGUAGE }: WordSettings): string {
  return WORDS[NOTICE_LANGUAGE].lastMinute;
}

/** What a caller hears before a message for the partner is recorded. */
export function messagePrompt({ NOTICE_LANGUAGE, VOICEMAIL_SECONDS }: WordSettings): string {
  return WORDS[NOTICE_LANGUAGE].leaveMessage(VOICEMAIL_SECONDS);
}

/** The notices that end a call or follow it. */
export type CallNotice =
  | 'notReached'
  | 'limitReached'
  | 'messageTaken'
  | 'tooMany'
  | 'paused'
  | 'unavailable'
  | 'quiet';

/** One of these notices; with `quiet`, when calls are possible again. */
export function callNotice(notice: CallNotice, settings: WordSettings): string {
  const words = WORDS[settings.NOTICE_LANGUAGE];
  if (notice !== 'quiet') return words[notice];
  const until = settings.QUIET_HOURS?.untilMinute ?? 0;
  const time = words.time(Math.floor(until / 60), until % 60);
  return `${marketPrefix(settings.MARKET_NAME, settings.NOTICE_LANGUAGE)}${words.quiet(time)}`;
}
