import { countryOf } from '../account/numbers';
import { segments } from '../account/segments';
import type { Call, Message } from '../model';
import type { Parameters } from './webhook-client';

const apiVersion = '2010-04-01';

/** The parameters of every voice webhook: https://www.twilio.com/docs/voice/twiml#request-parameters */
export function voiceParameters(call: Call, accountSid: string): Parameters {
  return {
    AccountSid: accountSid,
    ApiVersion: apiVersion,
    CallSid: call.sid,
    CallStatus: call.status,
    Direction: call.direction,
    From: call.from,
    To: call.to,
    Caller: call.from,
    Called: call.to,
    ...placeOf('From', call.from),
    ...placeOf('To', call.to),
    ...placeOf('Caller', call.from),
    ...placeOf('Called', call.to),
    ...(call.parentCallSid ? { ParentCallSid: call.parentCallSid } : {}),
  };
}

/**
 * The parameters of a progress webhook of one call.
 * https://www.twilio.com/docs/voice/twiml/number#statuscallback-http-parameters
 */
export function progressParameters(
  call: Call,
  options: { accountSid: string; sequence: number; at: number },
): Parameters {
  return {
    ...voiceParameters(call, options.accountSid),
    Timestamp: new Date(options.at).toUTCString().replace('GMT', '+0000'),
    CallbackSource: 'call-progress-events',
    SequenceNumber: String(options.sequence),
    ...(call.duration === null
      ? {}
      : { CallDuration: String(call.duration), Duration: minutes(call.duration) }),
  };
}

/** The parameters of an incoming message: https://www.twilio.com/docs/messaging/guides/webhook-request */
export function messageParameters(message: Message, accountSid: string): Parameters {
  return {
    AccountSid: accountSid,
    ApiVersion: apiVersion,
    MessageSid: message.sid,
    SmsSid: message.sid,
    SmsMessageSid: message.sid,
    SmsStatus: message.status,
    From: message.from,
    To: message.to,
    Body: message.body,
    NumMedia: String(message.media.length),
    ...mediaParameters(message, accountSid),
    NumSegments: String(segments(message.body)),
    ...placeOf('From', message.from),
    ...placeOf('To', message.to),
  };
}

function mediaParameters({ sid, media }: Message, accountSid: string): Parameters {
  const folder = `https://api.twilio.com/${apiVersion}/Accounts/${accountSid}/Messages/${sid}/Media`;
  const fields = media.flatMap((each, index) => [
    [`MediaUrl${index}`, `${folder}/${each.sid}`],
    [`MediaContentType${index}`, each.contentType],
  ]);
  return Object.fromEntries(fields);
}

function minutes(seconds: number): string {
  return String(Math.ceil(seconds / 60));
}

/** Country and empty place of one party, as webhooks outside North America carry them. */
function placeOf(party: 'From' | 'To' | 'Caller' | 'Called', number: string): Parameters {
  const country = countryOf(number);
  return {
    [`${party}Country`]: country === 'ZZ' ? '' : country,
    [`${party}City`]: '',
    [`${party}State`]: '',
    [`${party}Zip`]: '',
  };
}
