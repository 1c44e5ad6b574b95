import { Webhook } from 'standardwebhooks';
import type { EventReceiver, ServiceEvent } from '../masking/events';
import type { Clock, Deadline } from '../masking/ports';

/** The longest that the receiver may take over one event, in milliseconds. */
const SEND_MS = 3_000;
/** Grows when a field changes its meaning or goes; new fields and new types of events come without. */
const SCHEMA_VERSION = 1;

export interface WebhookSettings {
  readonly url: string;
  /** `whsec_...`: the newest first. Each signs, so that a secret can be changed without an interruption. */
  readonly secrets: readonly string[];
}

/**
 * Posts events to the marketplace, signed as Standard Webhooks describes.
 * @see https://www.standardwebhooks.com
 */
export class WebhookReceiver implements EventReceiver {
  constructor(
    private readonly settings: WebhookSettings,
    private readonly clock: Clock = Date.now,
  ) {}

  async send(event: ServiceEvent, deadline: Deadline): Promise<boolean> {
    const payload = JSON.stringify(payloadOf(event));
    try {
      const response = await fetch(this.settings.url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...this.#signature(event.id, payload) },
        body: payload,
        redirect: 'manual',
        signal: AbortSignal.timeout(Math.min(SEND_MS, deadline.remainingMs())),
      });
      await response.body?.cancel();
      return response.ok;
    } catch {
      return false;
    }
  }

  #signature(id: string, payload: string): Record<string, string> {
    const now = new Date(this.clock());
    const signatures = this.settings.secrets.map((secret) => new Webhook(secret).sign(id, now, payload));
    return {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': signatures.join(' '),
    };
  }
}

/** An event as the receiver gets it: instants in ISO 8601. */
export function payloadOf({ type, atMs, data }: ServiceEvent): object {
  const fields = Object.entries(data).map(([name, value]) =>
    name.endsWith('AtMs') && typeof value === 'number'
      ? [name.slice(0, -'Ms'.length), new Date(value).toISOString()]
      : [name, value],
  );
  return {
    type,
    version: SCHEMA_VERSION,
    timestamp: new Date(atMs).toISOString(),
    data: Object.fromEntries(fields),
  };
}
