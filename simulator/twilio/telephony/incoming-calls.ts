import type { AccountNumber, E164, ProxyService } from '../model';
import type { CallFlows } from './call-flows';
import { isE164 } from './exchange';
import type { Leg } from './leg';
import { voiceParameters } from './parameters';
import { reportProgress } from './progress';
import { joinCall } from './proxy/calls';
import { askOutOfSession } from './proxy/out-of-session';
import type { Tools } from './scene';

/** What happens to a call that a phone places: Proxy takes it, or the number's webhook, or it is not in service. */
export class IncomingCalls {
  constructor(
    private readonly tools: Tools,
    private readonly flows: CallFlows,
  ) {}

  async handle(leg: Leg): Promise<void> {
    const { numbers, proxy } = this.tools.ports;
    const { to } = leg.call;
    const number = numbers.get(to);
    if (!number?.capabilities.voice || !isE164(to)) return leg.end('failed');
    const service = proxy.serviceOfNumber(to);
    return service ? this.#proxy(leg, service, to) : this.#webhook(leg, number);
  }

  async #proxy(leg: Leg, service: ProxyService, to: E164): Promise<void> {
    const { ports } = this.tools;
    const { from } = leg.call;
    if (await this.#join(leg, service, to)) return;
    const parameters = voiceParameters(leg.call, ports.accountSid);
    const instruction = await askOutOfSession(this.tools, service, { from, to, parameters });
    if (instruction.do === 'twiml') return this.flows.run(leg, instruction.source);
    if (instruction.do === 'route') await this.#join(leg, service, to);
    leg.end('failed');
  }

  /** False where there is no session. */
  async #join(leg: Leg, service: ProxyService, to: E164): Promise<boolean> {
    const route = this.tools.ports.proxy.route(leg.call.from, to);
    if (route) await joinCall(this.tools, service, leg, route);
    return route !== undefined;
  }

  /** A number without a voice URL is out of service: https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource */
  async #webhook(leg: Leg, number: AccountNumber): Promise<void> {
    if (number.voiceUrl === '') return leg.end('failed');
    const { statusCallback, statusCallbackMethod, voiceFallbackUrl } = number;
    if (statusCallback !== '') {
      reportProgress(this.tools, leg, { url: statusCallback, method: statusCallbackMethod, events: [] });
    }
    const fallback = voiceFallbackUrl && { url: voiceFallbackUrl, method: number.voiceFallbackMethod };
    await this.flows.run(leg, { url: number.voiceUrl, method: number.voiceMethod }, fallback || undefined);
  }
}
