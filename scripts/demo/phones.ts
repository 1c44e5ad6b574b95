import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { Handset } from '../../simulator/twilio/handsets/handset';

/** Dials, lets the other phone answer, and ends the call; returns the caller id that the other phone showed. */
export async function talk(from: Handset, to: Handset, dialled: string): Promise<string> {
  from.call(dialled);
  const { call } = await to.waitFor(({ status }) => status === 'ringing');
  to.answer();
  await from.waitFor(({ status }) => status === 'in-call');
  from.hangUp();
  await to.waitFor(({ status }) => status === 'idle');
  return call?.other ?? '';
}

/** Dials and listens until the call is over; returns what was heard. */
export async function listen(from: Handset, dialled: string): Promise<string> {
  const { callSid } = from.call(dialled);
  const { heard } = await from.waitFor(({ status }) => status === 'idle');
  return heard
    .filter((entry) => entry.callSid === callSid)
    .map(({ text }) => text)
    .join(' ');
}

/** How a number is written where it belongs. */
export function written(number: string): string {
  return parsePhoneNumberFromString(number)?.formatNational() ?? number;
}

/** Whether the last call of this phone was answered and is over. */
export function hasTalked(handset: Handset): boolean {
  return handset.state().calls.at(-1)?.outcome === 'answered';
}
