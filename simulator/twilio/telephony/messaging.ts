import type { Message } from '../model';
import { raiseAlert } from './alerts';
import { methodOf, resolveUrl } from './attributes';
import { readDocument } from './documents';
import { messageParameters } from './parameters';
import type { Source, Tools } from './scene';
import { TwimlError } from './twiml';
import type { Method } from './webhook-client';
import type { XmlElement } from './xml';

/** Carries out the TwiML that answers an incoming text. https://www.twilio.com/docs/messaging/twiml */
export async function answerText(tools: Tools, message: Message, start: Source): Promise<void> {
  let next: Source | undefined = start;
  try {
    while (next) next = await document(tools, message, next);
  } catch (error) {
    if (!(error instanceof TwimlError)) throw error;
    raiseAlert(tools.ports, error.code, error.message);
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
  const outgoing = { to, from, body: bodies.length > 0 ? bodies.join('') : element.text.trim() };
  const progress = statusCallback && {
    url: resolveUrl(statusCallback, documentUrl),
    method: 'POST' as const,
  };
  const direction = 'outbound-reply';
  tools.exchange.sendMessage({ ...outgoing, direction }, (record) => {
    if (progress) void reportMessage(tools, record, progress);
  });
}

/** https://www.twilio.com/docs/messaging/guides/track-outbound-message-status */
export async function reportMessage(
  { webhooks, ports }: Pick<Tools, 'webhooks' | 'ports'>,
  { sid, from, to, status }: Message,
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
  };
  await webhooks.send({ ...callback, parameters, purpose: `message ${status}` });
}
