import type { Twilio } from 'twilio';
import { askTwilio } from '../twilio-call';

/**
 * What Twilio does with calls and texts to a number. An application or a trunk takes precedence over the URLs.
 * @see https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource
 */
export const webhookFields = [
  'voiceUrl',
  'voiceMethod',
  'voiceFallbackUrl',
  'voiceFallbackMethod',
  'voiceApplicationSid',
  'trunkSid',
  'smsUrl',
  'smsMethod',
  'smsFallbackUrl',
  'smsFallbackMethod',
  'smsApplicationSid',
  'statusCallback',
  'statusCallbackMethod',
] as const;

/** By field; an empty text is none. */
export type Webhooks = Readonly<Record<(typeof webhookFields)[number], string>>;

/** A number of the account. */
export interface AccountNumber {
  readonly sid: string;
  /** E.164. */
  readonly number: string;
  readonly friendlyName: string;
  readonly canCall: boolean;
  readonly canText: boolean;
  readonly webhooks: Webhooks;
}

/** All numbers of the account. @throws TwilioFailure */
export async function accountNumbers(client: Twilio): Promise<AccountNumber[]> {
  const records = await askTwilio(() => client.incomingPhoneNumbers.list({ pageSize: 1_000 }));
  return records.map((record) => ({
    sid: record.sid,
    number: record.phoneNumber,
    friendlyName: record.friendlyName,
    canCall: record.capabilities.voice,
    canText: record.capabilities.sms,
    webhooks: webhooksOf(record),
  }));
}

/** Sets what is named of a number's webhooks; the rest stays. @throws TwilioFailure */
export async function setWebhooks(client: Twilio, sid: string, webhooks: Partial<Webhooks>): Promise<void> {
  await askTwilio(() => client.incomingPhoneNumbers(sid).update(webhooks));
}

/** Whether Twilio Proxy has taken the number over. */
export function isOfProxy({ voiceUrl }: Webhooks): boolean {
  return voiceUrl.startsWith('https://proxy.twilio.com/');
}

/** What somebody has set of a number's webhooks, for people. */
export function webhooksText({ webhooks }: AccountNumber): string {
  const targets = [
    ['calls', webhooks.trunkSid || webhooks.voiceApplicationSid || webhooks.voiceUrl],
    ['texts', webhooks.smsApplicationSid || webhooks.smsUrl],
    ['status', webhooks.statusCallback],
  ];
  return targets.flatMap(([kind, target]) => (target ? [`${kind}: ${target}`] : [])).join('\n');
}

function webhooksOf(record: Readonly<Record<keyof Webhooks, string | null>>): Webhooks {
  const values = webhookFields.map((field) => [field, record[field] ?? '']);
  return Object.fromEntries(values) as Record<keyof Webhooks, string>;
}
