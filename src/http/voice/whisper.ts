import { recordAccepted } from '../../masking/accepted-call';
import type { CallControl, CallLog } from '../../masking/call-log';
import { log, sidOrNothing } from '../log';
import { say } from '../notices';
import { reportUrl } from '../report-url';
import type { Answer } from '../runtime';
import { twiml, type Verb } from '../twiml';
import type { WebhookCall } from '../webhook-function';
import { acceptPrompt, mustAccept, type WordSettings, whisper } from './words';

/** Seconds in which the called person may decide. */
const DECISION_SECONDS = 10;
const ACCEPTING_KEY = '1';

export interface Acceptance {
  readonly log: CallLog;
  readonly control: CallControl;
}

/**
 * What happens on the called phone before the two are connected: an empty document connects them, the end of this call does not.
 * Asked first when the phone is answered, and again with the key that was pressed.
 * @see https://www.twilio.com/docs/voice/twiml/number#url
 */
export async function whisperAnswer(call: WebhookCall, acceptance: () => Acceptance): Promise<Answer> {
  const { params, config } = call;
  const key = params.get('Digits');
  if (key !== '' && key !== ACCEPTING_KEY) return twiml([HANG_UP]);
  if (key === ACCEPTING_KEY && config.RECORD_CALLS) await record(call, acceptance());
  if (key === ACCEPTING_KEY) return twiml([]);
  const words = say(whisper(config), config.NOTICE_LANGUAGE);
  return twiml(mustAccept(config) ? [words, ask(config), HANG_UP] : [words]);
}

/** The caller's side is recorded, which has both voices. */
async function record(
  { params, requestId, baseUrl, deadline }: WebhookCall,
  acceptance: Acceptance,
): Promise<void> {
  const interactionId = sidOrNothing(params.get('ParentCallSid'));
  if (interactionId === undefined) return;
  const callbackUrl = reportUrl(baseUrl, '/voice/recording?kind=conversation');
  const reason = await recordAccepted({ interactionId, requestId, callbackUrl }, { ...acceptance, deadline });
  const about = { requestId, resourceSid: interactionId };
  if (reason === undefined) log({ event: 'recording_started', ...about });
  else log({ event: 'not_recorded', level: 'warn', ...about, reason });
}

const HANG_UP: Verb = { verb: 'Hangup' };

/**
 * Only the request for the key is inside: a key cuts short what is, and nobody may accept a recording before hearing of it.
 * @see https://www.twilio.com/docs/voice/twiml/gather
 */
function ask(settings: WordSettings): Verb {
  const attributes = {
    input: 'dtmf',
    numDigits: '1',
    timeout: String(DECISION_SECONDS),
    action: 'whisper',
    method: 'POST',
  };
  return { verb: 'Gather', attributes, children: [say(acceptPrompt(settings), settings.NOTICE_LANGUAGE)] };
}
