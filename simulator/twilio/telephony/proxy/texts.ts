import type { Message, ProxyService } from '../../model';
import type { Route } from '../../proxy/params';
import { raiseAlert } from '../alerts';
import { isE164 } from '../exchange';
import type { Tools } from '../scene';
import { Ongoing } from './ongoing';

/** Dropped in any spelling, before any callback: https://www.twilio.com/docs/proxy/opt-out-keywords */
const optOutWords = [
  ...['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'UNSTOP'],
  ...['ARRET', 'ARRETE', 'ARRETT'],
];

export function isOptOut(body: string): boolean {
  return optOutWords.includes(body.trim().toUpperCase());
}

/** Passes a text that reached Proxy on to the partner's phone. */
export async function joinText(
  tools: Tools,
  service: ProxyService,
  message: Message,
  route: Route,
): Promise<void> {
  if (route.session.mode === 'voice-only') {
    raiseAlert(tools.ports, 80910);
    return;
  }
  const ongoing = new Ongoing(tools, service, route, {
    type: 'message',
    sid: message.sid,
    status: message.status,
    data: JSON.stringify({ body: message.body }),
  });
  if (!(await ongoing.isAllowed())) {
    if (isE164(message.from)) tools.exchange.handset(message.from).markStopped(message.sid);
    ongoing.report({});
    return;
  }
  const { sid, identifier, proxyIdentifier } = route.outbound;
  const outgoing = { to: identifier, from: proxyIdentifier, body: message.body };
  tools.exchange.sendMessage({ ...outgoing, direction: 'outbound-reply' }, (record) =>
    ongoing.report({
      outboundParticipantSid: sid,
      outboundResourceSid: record.sid,
      outboundResourceStatus: record.status,
    }),
  );
}
