import { startChildRuntime } from '../scripts/runtime/child';
import { clientFor } from '../scripts/twilio-client';
import { readConfig } from '../src/config';
import type { SwitchboardName } from '../src/masking/session';
import { type OriginalUser, originalConnect } from './original-flow';
import { pairOf } from './pairs';
import { post, startService } from './service';
import { rounded, type Summary, summarize, timings } from './statistics';

/** Milliseconds that an answer takes in production; see the design's section on speed. */
export const injectedMs = { twilio: 100, redis: 3 };

/** Milliseconds, and how many times as fast as the original flow that is. */
export type Compared = Summary & { timesFaster: number };

/** How long a connect takes. */
export interface ConnectLatency {
  /** A new partner while one old session lives, as in the original flow. */
  newPartner: Compared;
  samePartner: Compared;
}

export interface Latency extends Record<SwitchboardName, ConnectLatency> {
  original: Summary;
}

/** Measures all flows against the same simulator, with the same injected latency. */
export async function measureLatency(samples: number): Promise<Latency> {
  const original = await measureOriginal(samples);
  return {
    original,
    proxy: await measureConnect('proxy', samples, original),
    voice: await measureConnect('voice', samples, original),
  };
}

async function measureOriginal(samples: number): Promise<Summary> {
  const { simulator, context, stop } = await startService(startChildRuntime, 'proxy');
  try {
    const client = await clientFor(readConfig(context));
    const user: OriginalUser = {};
    const connect = (index: number) =>
      originalConnect(client, simulator.serviceSid, user, [pairOf(1, 0).from, pairOf(1, index % 10).to]);
    await connect(0);
    simulator.twilio.twilioMs = injectedMs.twilio;
    return summarize(await timings(samples, connect));
  } finally {
    await stop();
  }
}

async function measureConnect(
  switchboard: SwitchboardName,
  samples: number,
  original: Summary,
): Promise<ConnectLatency> {
  const stack = await startService(startChildRuntime, switchboard);
  try {
    const connect = (partner: number) => post(stack, '/connect', pairOf(2, partner));
    await connect(0);
    await connect(1);
    stack.simulator.twilio.twilioMs = injectedMs.twilio;
    stack.simulator.upstash.setLatency(injectedMs.redis);
    const newPartner = summarize(await timings(samples, (index) => connect(index % 10)));
    const samePartner = summarize(await timings(samples, () => connect((samples - 1) % 10)));
    return { newPartner: compared(newPartner, original), samePartner: compared(samePartner, original) };
  } finally {
    await stack.stop();
  }
}

function compared(summary: Summary, original: Summary): Compared {
  return { ...summary, timesFaster: rounded(original.median / summary.median) };
}
