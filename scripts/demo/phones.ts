import { setTimeout as wait } from 'node:timers/promises';
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { Handset } from '../../simulator/twilio/handsets/handset';
import type { HandsetState } from '../../simulator/twilio/handsets/state';

/** Dials, lets the other phone answer, and ends the call; returns the caller id that the other phone showed. */
export async function talk(from: Handset, to: Handset, dialled: string): Promise<string> {
  from.call(dialled);
  const { call } = await to.waitFor(({ status }) => status === 'ringing');
  to.answer();
  await from.waitFor(({ status }) => status === 'in-call');
  await speak(from, to);
  from.hangUp();
  await to.waitFor(({ status }) => status === 'idle');
  return call?.other ?? '';
}

/**
 * Says hello until the other one hears it: the two are connected only after what each is told, and after the key that accepts the call where
 * one is asked for.
 * @throws Error where that never happens.
 */
export async function speak(from: Handset, to: Handset, words = 'もしもし'): Promise<void> {
  const heard = () => to.state().heard.filter(({ kind, isOwn }) => kind === 'speech' && !isOwn).length;
  const before = heard();
  for (const end = Date.now() + PATIENCE_MS; heard() === before; await wait(LISTENING_MS)) {
    if (Date.now() > end) throw new Error('Nothing is heard on the other phone');
    for (const phone of [from, to]) if (isAsked(phone)) phone.press('1');
    from.say(words);
  }
}

/** Whether the last thing that was said to this phone is that it must press 1. */
function isAsked(phone: Handset): boolean {
  const last = phone
    .state()
    .heard.filter(({ isOwn }) => !isOwn)
    .at(-1);
  return last?.isWhisper === true && /1を押して|press 1/.test(last.text);
}

const PATIENCE_MS = 15_000;
const LISTENING_MS = 10;

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

/** Waits until something holds. @throws Error where it never does. */
export async function waitUntil(holds: () => boolean): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; !holds(); await wait(LISTENING_MS))
    if (Date.now() > end) throw new Error('Waited in vain');
}

/** How a number is written where it belongs. */
export function written(number: string): string {
  return parsePhoneNumberFromString(number)?.formatNational() ?? number;
}

/** Whether the last call of this phone was answered and is over. */
export function hasTalked(handset: Handset): boolean {
  return handset.state().calls.at(-1)?.outcome === 'answered';
}
