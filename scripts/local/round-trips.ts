import { setTimeout as sleep } from 'node:timers/promises';
import type { Simulator } from '../../simulator/index';

/** What something cost, in requests. */
export interface RoundTrips {
  redis: number;
  twilio: number;
  /** From Twilio to the Functions. */
  webhooks: number;
}

/** A callback takes far less, also on a busy machine. */
const quietMs = 150;

/** Counts what `action` costs until all is quiet again. */
export async function countRoundTrips(
  simulator: Simulator,
  action: () => Promise<unknown>,
): Promise<RoundTrips> {
  const { upstash, twilio } = simulator;
  await quiet(simulator);
  const redisBefore = upstash.requests.requestCount;
  const since = twilio.log.lastId;
  await action();
  await quiet(simulator);
  return {
    redis: upstash.requests.requestCount - redisBefore,
    twilio: twilio.log.count({ kind: 'rest', since }),
    webhooks: twilio.log.count({ kind: 'webhook', since }),
  };
}

/** Callbacks go on after a call: waits until nothing has come for a while. */
async function quiet({ twilio: { log } }: Simulator): Promise<void> {
  for (let seen = -1; seen !== log.lastId; await sleep(quietMs)) seen = log.lastId;
}
