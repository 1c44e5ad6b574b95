import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { Handset } from '../../simulator/twilio/handsets/handset';
import type { HandsetState } from '../../simulator/twilio/handsets/state';

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

/** Dials, and after each thing that is said presses the next keys; returns everything that was heard until the end. */
export async function listen(from: Handset, dialled: string, keys: readonly string[] = []): Promise<string> {
  const { callSid } = from.call(dialled);
  const wordsOf = ({ heard }: HandsetState) => heard.filter((entry) => entry.callSid === callSid);
  for (const [index, digits] of keys.entries()) {
    await from.waitFor((state) => wordsOf(state).length > index);
    from.press(digits);
  }
  const isOver = (state: HandsetState) => state.status === 'idle' || wordsOf(state).length > keys.length;
  const words = wordsOf(await from.waitFor(isOver));
  if (from.state().status !== 'idle') from.hangUp();
  return words.map(({ text }) => text).join(' ');
}

/** How a number is written where it belongs. */
export function written(number: string): string {
  return parsePhoneNumberFromString(number)?.formatNational() ?? number;
}

/** Whether the last call of this phone was answered and is over. */
export function hasTalked(handset: Handset): boolean {
  return handset.state().calls.at(-1)?.outcome === 'answered';
}
