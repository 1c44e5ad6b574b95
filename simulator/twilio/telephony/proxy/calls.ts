import type { ProxyService } from '../../model';
import type { Route } from '../../proxy/params';
import { raiseAlert } from '../alerts';
import type { Leg } from '../leg';
import type { Tools } from '../scene';
import { ringPhone, talk } from '../talking';
import { Ongoing } from './ongoing';

/** Joins a call that reached Proxy with the partner's phone. https://www.twilio.com/docs/proxy/understanding-proxy */
export async function joinCall(tools: Tools, service: ProxyService, leg: Leg, route: Route): Promise<void> {
  if (route.session.mode === 'message-only') {
    raiseAlert(tools.ports, 80911);
    leg.end('no-answer');
    return;
  }
  const ongoing = new Ongoing(tools, service, route, {
    type: 'voice',
    sid: leg.sid,
    status: leg.call.status,
    data: '',
  });
  const allowed = await ongoing.isAllowed(leg.over);
  if (allowed && !leg.isOver) await reachPartner(tools, ongoing, leg, route);
  leg.end('no-answer');
  ongoing.report({ inboundResourceStatus: leg.call.status });
}

/** The caller hears ringing until the partner answers, whose phone shows the number that the partner dials. */
async function reachPartner(tools: Tools, ongoing: Ongoing, leg: Leg, { outbound }: Route): Promise<void> {
  const { clock } = tools.ports;
  const partner = tools.exchange.prepare({
    to: outbound.identifier,
    from: outbound.proxyIdentifier,
    direction: 'outbound-dial',
    parentCallSid: leg.sid,
  });
  follow(ongoing, leg, partner, outbound.sid);
  const ring = { seconds: tools.options.proxyRingSeconds, signal: leg.over };
  if (await ringPhone(clock, partner, ring)) {
    leg.answer();
    await talk(clock, leg, partner, { seconds: longestCallSeconds, signal: leg.over });
  }
  leg.end(partner.call.status === 'busy' ? 'busy' : 'no-answer');
}

/** Twilio ends every call then: https://www.twilio.com/docs/voice/twiml/dial#timelimit */
const longestCallSeconds = 86_400;

/** Reports each new status of the partner's phone; the duration in seconds comes with the last. */
function follow(
  ongoing: Ongoing,
  leg: Leg,
  partner: Leg,
  outboundParticipantSid: Route['outbound']['sid'],
): void {
  let seen = '';
  const look = () => {
    const { status, sid, duration } = partner.call;
    if (status === seen) return;
    seen = status;
    ongoing.report({
      inboundResourceStatus: leg.call.status,
      outboundParticipantSid,
      outboundResourceSid: sid,
      outboundResourceStatus: status,
      ...(partner.isOver && { data: JSON.stringify({ duration: String(duration ?? 0) }) }),
    });
  };
  partner.onChange(look);
  look();
}
