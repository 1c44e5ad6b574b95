import { segments } from '../../account/segments';
import type { AccountNumber, Call, Media, Message } from '../../model';
import { orNull, rfc2822Date } from '../dates';
import type { TwilioState } from '../operation';

const API_VERSION = '2010-04-01';

export const pathOf = (state: TwilioState, rest = '') =>
  `/${API_VERSION}/Accounts/${state.accountSid}${rest}`;

export const common = (
  state: TwilioState,
  record: { sid: string; dateCreated: number; dateUpdated: number },
) => ({
  sid: record.sid,
  account_sid: state.accountSid,
  api_version: API_VERSION,
  date_created: rfc2822Date(record.dateCreated),
  date_updated: rfc2822Date(record.dateUpdated),
});

export const subresources = (path: string, ...names: string[]) => ({
  uri: `${path}.json`,
  subresource_uris: Object.fromEntries(names.map((name) => [name.toLowerCase(), `${path}/${name}.json`])),
});

export function renderAccount(state: TwilioState): object {
  const date = rfc2822Date(state.clock.now());
  return {
    sid: state.accountSid,
    owner_account_sid: state.accountSid,
    auth_token: state.authToken,
    friendly_name: 'Simulated account',
    status: 'active',
    type: 'Full',
    date_created: date,
    date_updated: date,
    ...subresources(pathOf(state), 'Calls', 'Messages', 'Recordings'),
  };
}

/** The price stays unknown, as at Twilio until a call is billed. `initiated` exists in webhooks only: here it is `queued`. */
export function renderCall(state: TwilioState, call: Call): object {
  const numbers = [state.numbers.get(call.to), state.numbers.get(call.from)];
  return {
    ...common(state, call),
    parent_call_sid: call.parentCallSid,
    from: call.from,
    from_formatted: call.from,
    to: call.to,
    to_formatted: call.to,
    phone_number_sid: numbers.find((number) => number !== undefined)?.sid ?? null,
    status: call.status === 'initiated' ? 'queued' : call.status,
    direction: call.direction,
    start_time: orNull(call.startTime, rfc2822Date),
    end_time: orNull(call.endTime, rfc2822Date),
    duration: call.duration === null ? null : String(call.duration),
    price: null,
    price_unit: 'USD',
    answered_by: null,
    forwarded_from: null,
    group_sid: null,
    caller_name: null,
    queue_time: '0',
    trunk_sid: null,
    ...subresources(pathOf(state, `/Calls/${call.sid}`), 'Recordings', 'Notifications', 'Events'),
  };
}

export function renderMessage(state: TwilioState, message: Message): object {
  return {
    ...common(state, message),
    from: message.from,
    to: message.to,
    body: message.body,
    status: message.status,
    direction: message.direction,
    date_sent: rfc2822Date(message.dateUpdated),
    num_segments: String(segments(message.body)),
    num_media: String(message.media.length),
    price: null,
    price_unit: 'USD',
    error_code: message.errorCode,
    error_message: null,
    messaging_service_sid: null,
    ...subresources(pathOf(state, `/Messages/${message.sid}`), 'Media', 'Feedback'),
  };
}

export function renderMedia(state: TwilioState, message: Message, { sid, contentType }: Media): object {
  const { api_version: _, ...shared } = common(state, { ...message, sid });
  return {
    ...shared,
    parent_sid: message.sid,
    content_type: contentType,
    uri: `${pathOf(state, `/Messages/${message.sid}/Media/${sid}`)}.json`,
  };
}

export function renderAccountNumber(state: TwilioState, number: AccountNumber): object {
  return {
    ...common(state, number),
    phone_number: number.phoneNumber,
    friendly_name: number.friendlyName,
    capabilities: number.capabilities,
    origin: 'twilio',
    beta: false,
    status: 'in-use',
    address_requirements: 'none',
    voice_receive_mode: 'voice',
    voice_url: number.voiceUrl,
    voice_method: number.voiceMethod,
    voice_fallback_url: number.voiceFallbackUrl,
    voice_fallback_method: number.voiceFallbackMethod,
    voice_caller_id_lookup: false,
    sms_url: number.smsUrl,
    sms_method: number.smsMethod,
    sms_fallback_url: number.smsFallbackUrl,
    sms_fallback_method: number.smsFallbackMethod,
    status_callback: number.statusCallback,
    status_callback_method: number.statusCallbackMethod,
    voice_application_sid: null,
    sms_application_sid: null,
    trunk_sid: null,
    emergency_status: 'Inactive',
    uri: `${pathOf(state, `/IncomingPhoneNumbers/${number.sid}`)}.json`,
  };
}
