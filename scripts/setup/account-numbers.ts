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
  return records.map(described);
}

/** One number of the account, as it is now. @throws TwilioFailure */
export async function accountNumber(client: Twilio, sid: string): Promise<AccountNumber> {
  return described(await askTwilio(() => client.incomingPhoneNumbers(sid).fetch()));
}

type NumberRecord = Awaited<ReturnType<Twilio['incomingPhoneNumbers']['list']>>[number];

function described(record: NumberRecord): AccountNumber {
  const { sid, phoneNumber, friendlyName, capabilities } = record;
  const { voice: canCall, sms: canText } = capabilities;
  return { sid, number: phoneNumber, friendlyName, canCall, canText, webhooks: webhooksOf(record) };
}

/** What of a number's webhooks must change so that they are the wanted ones. */
export function differingWebhooks({ webhooks }: AccountNumber, wanted: Webhooks): Partial<Webhooks> {
  const fields = webhookFields.filter((field) => webhooks[field] !== wanted[field]);
  return Object.fromEntries(fields.map((field) => [field, wanted[field]]));
}

/**
 * Makes a number's webhooks the wanted ones. Only what differs is sent: setting an application, even to none, takes a trunk away.
 * @throws TwilioFailure
 */
export async function setWebhooks(client: Twilio, number: AccountNumber, wanted: Webhooks): Promise<void> {
  const changes = differingWebhooks(number, wanted);
  if (Object.keys(changes).length === 0) return;
  await askTwilio(() => client.incomingPhoneNumbers(number.sid).update(changes));
}

/** Whether Twilio Proxy has taken the number over. */
export function isOfProxy({ voiceUrl }: Pick<Webhooks, 'voiceUrl'>): boolean {
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
