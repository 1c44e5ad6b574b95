import type { Language } from '../config';
import { PIN_TRIES, type PinOutcome } from '../masking/pin';
import type { OutOfSessionDecision } from '../masking/ports';
import type { Joining } from './dial';
import { farewell, marketPrefix, type NoticeSettings, noticeText, say } from './notices';
import type { Answer } from './runtime';
import { twiml, type Verb } from './twiml';

/** Seconds of silence, before the first key or between two, after which an entry ends. */
const SILENCE_SECONDS = 10;
/** Relative to the Function that answers, so that the PIN of every switchboard is a Function called `pin` beside it. */
const ACTION = 'pin';

interface Texts {
  readonly ask: Readonly<Record<OutOfSessionDecision, string>>;
  readonly askAgain: string;
}

const TEXTS: Readonly<Record<Language, Texts>> = {
  ja: {
    ask: {
      ended:
        'お取引相手との通話の受付は終了しました。新しい暗証番号をお持ちの場合は、6桁の暗証番号を押してください。',
      unknown:
        'おかけの電話からは、お取引相手を確認できませんでした。アプリに表示されている6桁の暗証番号を押してください。',
    },
    askAgain: '暗証番号を確認できませんでした。もう一度、6桁の暗証番号を押してください。',
  },
  en: {
    ask: {
      ended:
        'The time for calling this partner has ended. If you have a new PIN, please enter its six digits now.',
      unknown:
        'We could not tell from your phone whom you are calling. Please enter the six-digit PIN shown in the app.',
    },
    askAgain: 'That PIN could not be confirmed. Please enter the six digits once more.',
  },
};

/**
 * Says what happened and asks for the PIN. Every wrong answer, and silence, leads to the same words as an unknown number.
 * @see https://www.twilio.com/docs/voice/twiml/gather
 */
export function askForPin(notice: OutOfSessionDecision, settings: NoticeSettings): Answer {
  const { NOTICE_LANGUAGE: language, MARKET_NAME: market } = settings;
  const greeting = `${marketPrefix(market, language)}${TEXTS[language].ask[notice]}`;
  return asking(1, greeting, settings);
}

/** Joins the call with `verbs`, asks once more, or ends as for an unknown number. */
export function pinAnswer(
  outcome: PinOutcome,
  settings: NoticeSettings,
  verbs: (joining: Joining) => Verb[],
): Answer {
  if (outcome.kind === 'joined') return twiml(verbs(outcome));
  const { askAgain } = TEXTS[settings.NOTICE_LANGUAGE];
  return asking(outcome.nextAttempt ?? PIN_TRIES + 1, askAgain, settings);
}

/** The tries that are left, first with `firstText`, and the end for whoever stays silent. */
function asking(attempt: number, firstText: string, settings: NoticeSettings): Answer {
  const language = settings.NOTICE_LANGUAGE;
  const texts = [firstText, ...Array<string>(PIN_TRIES).fill(TEXTS[language].askAgain)];
  const tries = texts
    .slice(0, Math.max(0, PIN_TRIES - attempt + 1))
    .map((text, index) => gather(attempt + index, say(text, language)));
  return twiml([...tries, ...farewell(noticeText('unknown', settings), language)]);
}

function gather(attempt: number, prompt: Verb): Verb {
  const attributes = {
    input: 'dtmf',
    numDigits: '6',
    timeout: String(SILENCE_SECONDS),
    finishOnKey: '#',
    action: `${ACTION}?attempt=${attempt}`,
    method: 'POST',
  };
  return { verb: 'Gather', attributes, children: [prompt] };
}
