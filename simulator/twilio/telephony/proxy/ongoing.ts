import type { Interaction, ProxyService } from '../../model';
import type { InboundResource, InteractionChanges, Route } from '../../proxy/params';
import { Queue } from '../queue';
import type { Tools } from '../scene';
import { callbackParameters, interceptParameters } from './callback-parameters';

/** One call or message that Proxy joins: its record and the callbacks about it. https://www.twilio.com/docs/proxy/api/webhooks */
export class Ongoing {
  readonly #queue = new Queue();
  #interaction: Interaction;

  constructor(
    private readonly tools: Tools,
    private readonly service: ProxyService,
    route: Route,
    resource: InboundResource,
  ) {
    this.#interaction = tools.ports.proxy.startInteraction(route, resource);
  }

  /** Only an answer of 403 in time blocks; everything else lets the interaction through. */
  async isAllowed(signal?: AbortSignal): Promise<boolean> {
    const url = this.service.interceptCallbackUrl;
    if (!url) return true;
    const answer = await this.tools.webhooks.send({
      url,
      method: 'POST',
      parameters: interceptParameters(this.#interaction, this.tools.ports.accountSid),
      purpose: 'intercept',
      timeoutMs: this.tools.options.interceptTimeoutMs,
      ...(signal && { signal }),
    });
    return answer?.status !== 403;
  }

  /** Records a change and tells CallbackUrl of it; callbacks of one interaction go out in order. */
  report(changes: InteractionChanges): void {
    // A session deleted meanwhile takes its interactions with it, while the call goes on and is still reported.
    const { ports, webhooks } = this.tools;
    const updated = ports.proxy.updateInteraction(this.#interaction.sid, changes);
    this.#interaction = {
      ...this.#interaction,
      ...changes,
      dateUpdated: updated?.dateUpdated ?? ports.clock.now(),
    };
    const url = this.service.callbackUrl;
    if (!url) return;
    const parameters = callbackParameters(this.#interaction, ports.accountSid);
    this.#queue.add(() => webhooks.send({ url, method: 'POST', parameters, purpose: 'callback' }));
  }
}
