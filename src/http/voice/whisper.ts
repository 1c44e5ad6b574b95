import { say } from '../notices';
import type { Answer } from '../runtime';
import { twiml, type Verb } from '../twiml';
import type { WebhookParams } from '../webhook-function';
import { type WordSettings, whisper } from './words';

/** Seconds in which the called person may decide. */
const DECISION_SECONDS = 10;
const ACCEPTING_KEY = '1';

/**
 * What happens on the called phone before the two are connected: an empty document connects them, the end of this call does not.
 * Asked first when the phone is answered, and again with the key that was pressed.
 * @see https://www.twilio.com/docs/voice/twiml/number#url
 */
export function whisperAnswer(params: WebhookParams, settings: WordSettings): Answer {
  const key = params.get('Digits');
  if (key !== '') return twiml(key === ACCEPTING_KEY ? [] : [HANG_UP]);
  const words = say(whisper(settings), settings.NOTICE_LANGUAGE);
  return twiml(settings.PRESS_1_TO_ACCEPT ? [ask(words), HANG_UP] : [words]);
}

const HANG_UP: Verb = { verb: 'Hangup' };

function ask(words: Verb): Verb {
  const attributes = {
    input: 'dtmf',
    numDigits: '1',
    timeout: String(DECISION_SECONDS),
    action: 'whisper',
    method: 'POST',
  };
  return { verb: 'Gather', attributes, children: [words] };
}
