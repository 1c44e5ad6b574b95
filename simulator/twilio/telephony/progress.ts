import type { Leg } from './leg';
import { progressParameters } from './parameters';
import type { TelephonyPorts } from './ports';
import { Queue } from './queue';
import type { Method, WebhookClient } from './webhook-client';

export const progressEvents = ['initiated', 'ringing', 'answered', 'completed'] as const;
export type ProgressEvent = (typeof progressEvents)[number];

export interface ProgressWish {
  url: string;
  method: Method;
  /** `completed` where empty. */
  events: readonly ProgressEvent[];
}

export function isProgressEvent(text: string): text is ProgressEvent {
  return progressEvents.some((event) => event === text);
}

const eventOfStatus: Readonly<Record<string, ProgressEvent>> = {
  initiated: 'initiated',
  ringing: 'ringing',
  'in-progress': 'answered',
};

/**
 * Sends the progress webhooks of one call, in order.
 * https://www.twilio.com/docs/voice/api/call-resource#statuscallbackevent
 */
export function reportProgress(
  tools: { ports: TelephonyPorts; webhooks: WebhookClient },
  leg: Leg,
  { url, method, events }: ProgressWish,
): void {
  const queue = new Queue();
  let seen = '';
  let sequence = 0;
  const look = () => {
    const { status } = leg.call;
    if (status === seen) return;
    seen = status;
    const event = eventOfStatus[status] ?? 'completed';
    if (!(events.length === 0 ? event === 'completed' : events.includes(event))) return;
    const { accountSid, clock } = tools.ports;
    const parameters = progressParameters(leg.call, { accountSid, sequence: sequence++, at: clock.now() });
    queue.add(() => tools.webhooks.send({ url, method, parameters, purpose: `call ${event}` }));
  };
  leg.onChange(look);
  look();
}
