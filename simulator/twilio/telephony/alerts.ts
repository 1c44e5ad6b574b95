import type { TelephonyPorts } from './ports';

/**
 * Twilio's error and warning codes that telephony can raise, as its debugger lists them.
 * https://www.twilio.com/docs/api/errors
 */
const alertTexts = {
  11200: 'the webhook could not be reached or answered an error',
  11750: 'the TwiML is larger than 64 KB',
  12100: 'the document cannot be parsed as XML',
  12200: 'the TwiML has an element, attribute or nesting that is not allowed',
  12300: 'the content type is not one for TwiML',
  13201: 'Dial: the document of a whisper has a Dial',
  13214: 'Dial: the caller id is neither a number of the account nor one of this call',
  13223: 'Dial: the number is not in E.164 format',
  14103: 'Message: there is no body',
  21211: 'Message: the receiver is not a phone number',
  21606: 'Message: the sender is not a number of the account that can text',
  21610: 'Message: the receiver has replied STOP to this number',
  21617: 'the message is longer than 1,600 characters',
  80901: 'an opt-out word was dropped',
  80905: 'no session, and the out-of-session answer could not be used',
  80910: 'a message to a voice-only session was rejected',
  80911: 'a call to a message-only session was rejected',
  80913: 'the out-of-session callback failed',
  82006: 'the context of a Function is too large',
} as const;

export type AlertCode = keyof typeof alertTexts;

/** Writes what Twilio's debugger would show. The note holds no phone number unless `detail` does. */
export function raiseAlert(
  { alerts, log, clock }: Pick<TelephonyPorts, 'alerts' | 'clock' | 'log'>,
  code: AlertCode,
  detail = '',
): void {
  const note = `${code}: ${alertTexts[code]}${detail && ` (${detail})`}`;
  alerts.add(code, alertTexts[code]);
  log.add({
    at: clock.now(),
    kind: 'phone',
    method: 'ALERT',
    target: `error ${code}`,
    status: 0,
    ms: 0,
    note,
  });
}
