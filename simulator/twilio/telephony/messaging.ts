import type { Message } from '../model';
import { type AlertCode, raiseAlert } from './alerts';
import { methodOf, resolveUrl } from './attributes';
import { fallbackSource, readDocument } from './documents';
import { isE164 } from './exchange';
import { messageParameters } from './parameters';
import type { Source, Tools } from './scene';
import { TwimlError } from './twiml';
import type { Method } from './webhook-client';
import type { XmlElement } from './xml';

/**
 * Carries out the TwiML that answers an incoming text. https://www.twilio.com/docs/messaging/twiml
 * @param fallback is asked, once, when a document cannot be had or carried out.
 */
export async function answerText(
  tools: Tools,
  message: Message,
  first: Source,
  fallback?: Source,
): Promise<void> {
  let present = first;
  try {
    for (let next: Source | undefined = first; next; next = await document(tools, message, present)) {
      present = next;
    }
  } catch (error) {
    if (!(error instanceof TwimlError)) throw error;
    raiseAlert(tools.ports, error.code, error.message);
    if (fallback) await answerText(tools, message, fallbackSource(fallback, error, present));
  }
}

async function document(tools: Tools, message: Message, source: Source): Promise<Source | undefined> {
  const parameters = messageParameters(message, tools.ports.accountSid);
  for (const element of await readDocument(tools, source, 'messaging', parameters)) {
    if (element.name === 'Redirect') {
      return { url: resolveUrl(element.text.trim(), source.url), method: methodOf(element) };
    }
    reply(tools, message, element, source.url);
  }
  return undefined;
}

/** https://www.twilio.com/docs/messaging/twiml/message; media is left out, for handsets here show none. */
function reply(tools: Tools, message: Message, element: XmlElement, documentUrl: string): void {
  const { to = message.from, from = message.to, statusCallback } = element.attributes;
  const bodies = element.children.filter((child) => child.name === 'Body').map((child) => child.text);
  const body = bodies.length > 0 ? bodies.join('') : element.text.trim();
  const refused = refusal(tools.ports, { to, from, body });
  if (refused) {
    raiseAlert(tools.ports, refused);
    return;
  }
  const progress = statusCallback && {
    url: resolveUrl(statusCallback, documentUrl),
    method: 'POST' as const,
  };
  const direction = 'outbound-reply';
  tools.exchange.sendMessage({ to, from, body, direction }, (record) => {
    if (progress) void reportMessage(tools, record, progress);
  });
}

/** Why Twilio would not even take the message, which then is in no list. */
export function refusal(
  { numbers, optOuts }: Tools['ports'],
  { to, from, body }: Pick<Message, 'to' | 'from' | 'body'>,
): AlertCode | undefined {
  if (body === '') return 14103;
  if (!isE164(to)) return 21211;
  if (!numbers.get(from)?.capabilities.sms) return 21606;
  return optOuts.forbids(from, to) ? 21610 : undefined;
}

/** https://www.twilio.com/docs/messaging/guides/track-outbound-message-status */
export async function reportMessage(
  { webhooks, ports }: Pick<Tools, 'webhooks' | 'ports'>,
  { sid, from, to, status, errorCode }: Message,
  callback: { url: string; method: Method },
): Promise<void> {
  const parameters = {
    AccountSid: ports.accountSid,
    ApiVersion: '2010-04-01',
    MessageSid: sid,
    SmsSid: sid,
    MessageStatus: status,
    SmsStatus: status,
    From: from,
    To: to,
    ...(errorCode !== null && { ErrorCode: String(errorCode) }),
  };
  await webhooks.send({ ...callback, parameters, purpose: `message ${status}` });
}
