import type { Handset } from '../../simulator/twilio/handsets/handset';
import type { HandsetState } from '../../simulator/twilio/handsets/state';
import type { E164 } from '../../simulator/twilio/model';
import type { System } from './harness';

/** What was said in one call, in order. */
export function wordsOf(handset: Handset, callSid: string): string[] {
  const { heard } = handset.state();
  return heard.filter((entry) => entry.callSid === callSid).map(({ text }) => text);
}

export function isIdle({ status }: HandsetState): boolean {
  return status === 'idle';
}

/** Mends both stand-ins, and ends what is left of calls. */
export async function calmDown({ buyer, seller, simulator }: System): Promise<void> {
  simulator.twilio.faults.clear();
  simulator.upstash.faults.clear();
  for (const { handset } of [buyer, seller]) {
    if (handset.state().status !== 'idle') handset.hangUp();
    await handset.waitFor(isIdle);
  }
}

/** Dials, enters each PIN after the next thing that is said, and answers the call's id. */
export async function enter(
  from: Handset,
  tel: E164,
  pins: readonly string[],
  withhold = false,
): Promise<string> {
  const { callSid } = from.call(tel, { withhold });
  for (const [index, pin] of pins.entries()) {
    await from.waitFor(() => wordsOf(from, callSid).length > index);
    from.press(pin);
  }
  return callSid;
}
