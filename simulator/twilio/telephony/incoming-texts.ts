import { type OptOutKeyword, optOutKeyword } from '../account/opt-outs';
import type { E164, Message, ProxyService } from '../model';
import { raiseAlert } from './alerts';
import { isE164 } from './exchange';
import { answerText } from './messaging';
import { messageParameters } from './parameters';
import { askOutOfSession } from './proxy/out-of-session';
import { isOptOut, joinText } from './proxy/texts';
import type { Tools } from './scene';

/** Whether a text to this number, with or without files, arrives anywhere. */
export function canReceive({ ports }: Tools, to: string, mediaTypes: readonly string[]): boolean {
  const capabilities = ports.numbers.get(to)?.capabilities;
  return (mediaTypes.length > 0 ? capabilities?.mms : capabilities?.sms) === true;
}

/** What happens to a text that reached a number of the account: Proxy takes it, or the number's webhook. */
export async function handleText(tools: Tools, message: Message): Promise<void> {
  const { proxy, numbers } = tools.ports;
  const { to } = message;
  const service = isE164(to) ? proxy.serviceOfNumber(to) : undefined;
  if (service && isE164(to)) return throughProxy(tools, service, message, to);
  obeyKeyword(tools, message);
  const number = numbers.get(to);
  if (!number?.smsUrl) return;
  const fallback = number.smsFallbackUrl && {
    url: number.smsFallbackUrl,
    method: number.smsFallbackMethod,
  };
  await answerText(tools, message, { url: number.smsUrl, method: number.smsMethod }, fallback || undefined);
}

const optOutReplies: Readonly<Record<OptOutKeyword, string>> = {
  stop: 'You will receive no more messages from this number. Reply START to receive them again.',
  start: 'You will receive messages from this number again. Reply STOP to end that.',
  help: 'Reply STOP to receive no more messages.',
};

/**
 * Twilio answers opt-out words itself and then passes them on like any text, without OptOutType, which only
 * Messaging Services with Advanced Opt-Out send. https://help.twilio.com/articles/223134027
 */
function obeyKeyword({ ports, exchange }: Tools, { from, to, body }: Message): void {
  const keyword = optOutKeyword(body);
  if (!keyword) return;
  ports.optOuts.obey(keyword, from, to);
  exchange.sendMessage({ from: to, to: from, body: optOutReplies[keyword], direction: 'outbound-reply' });
}

async function throughProxy(tools: Tools, service: ProxyService, message: Message, to: E164): Promise<void> {
  const { ports } = tools;
  if (isOptOut(message.body)) return raiseAlert(ports, 80901);
  if (await join(tools, service, message, to)) return;
  const parameters = messageParameters(message, ports.accountSid);
  const instruction = await askOutOfSession(tools, service, { from: message.from, to, parameters });
  if (instruction.do === 'twiml') await answerText(tools, message, instruction.source);
  if (instruction.do === 'route') await join(tools, service, message, to);
}

/** False where there is no session. */
async function join(tools: Tools, service: ProxyService, message: Message, to: E164): Promise<boolean> {
  const route = tools.ports.proxy.route(message.from, to);
  if (route) await joinText(tools, service, message, route);
  return route !== undefined;
}
