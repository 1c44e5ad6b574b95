import { startChildRuntime } from '../scripts/runtime/child';
import { clientFor } from '../scripts/twilio-client';
import { readConfig } from '../src/config';
import { type OriginalUser, originalConnect } from './original-flow';
import { pairOf } from './pairs';
import { post, startService } from './service';
import { rounded, type Summary, summarize, timings } from './statistics';

/** Milliseconds that an answer takes in production; see the design's section on speed. */
export const injectedMs = { twilio: 100, redis: 3 };

/** How long a connect takes, in milliseconds, and how many times as fast as the original flow that is. */
export interface Latency {
  original: Summary;
  /** A new partner while one old session lives, as in the original flow. */
  newPartner: Summary & { timesFaster: number };
  samePartner: Summary & { timesFaster: number };
}

/** Measures both flows against the same simulator, through the same client, with the same injected latency. */
export async function measureLatency(samples: number): Promise<Latency> {
  const stack = await startService(startChildRuntime);
  const { simulator } = stack;
  try {
    const client = await clientFor(readConfig(stack.context));
    const user: OriginalUser = {};
    const original = (index: number) =>
      originalConnect(client, simulator.serviceSid, user, [pairOf(1, 0).from, pairOf(1, index % 10).to]);
    const connect = (partner: number) => post(stack, '/connect', pairOf(2, partner));
    await original(0);
    await connect(0);
    await connect(1);
    simulator.twilio.twilioMs = injectedMs.twilio;
    simulator.upstash.setLatency(injectedMs.redis);
    const before = summarize(await timings(samples, original));
    const newPartner = summarize(await timings(samples, (index) => connect(index % 10)));
    const samePartner = summarize(await timings(samples, () => connect((samples - 1) % 10)));
    return {
      original: before,
      newPartner: compared(newPartner, before),
      samePartner: compared(samePartner, before),
    };
  } finally {
    await stack.stop();
  }
}

function compared(summary: Summary, original: Summary): Summary & { timesFaster: number } {
  return { ...summary, timesFaster: rounded(original.median / summary.median) };
}
