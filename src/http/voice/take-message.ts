import { say } from '../notices';
import { reportUrl } from '../report-url';
import type { Answer } from '../runtime';
import { twiml } from '../twiml';
import type { WebhookCall } from '../webhook-function';
import { messagePrompt } from './words';

/** Seconds of silence after which the message is over. */
const SILENCE_SECONDS = 5;

/**
 * Records a message for the partner; a caller who says nothing leaves none.
 * @see https://www.twilio.com/docs/voice/twiml/record
 */
export function takeMessage({ config, baseUrl }: Pick<WebhookCall, 'config' | 'baseUrl'>): Answer {
  const attributes = {
    action: 'voicemail',
    method: 'POST',
    maxLength: String(config.VOICEMAIL_SECONDS),
    timeout: String(SILENCE_SECONDS),
    finishOnKey: '#',
    playBeep: 'true',
    recordingStatusCallback: reportUrl(baseUrl, '/voice/recording?kind=voicemail'),
    recordingStatusCallbackMethod: 'POST',
  };
  const prompt = say(messagePrompt(config), config.NOTICE_LANGUAGE);
  return twiml([prompt, { verb: 'Record', attributes }, { verb: 'Hangup' }]);
}
