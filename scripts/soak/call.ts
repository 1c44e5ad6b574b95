import type { Handset } from '../../simulator/twilio/handsets/handset';
import type { HandsetState } from '../../simulator/twilio/handsets/state';
import type { Stack } from '../local/stack';
import type { Person } from './people';

/** Time for a call to ring, or to be turned away, under load. */
const RING_MS = 8_000;

/** `joined`: it rang at the right phone. `crossed`: at another. `turned_away`: nowhere. `busy`: one of the two phones was in use. */
export type CallResult = 'joined' | 'crossed' | 'turned_away' | 'busy';

/** Dials, lets the partner answer, and ends the call; who was rung is read from Twilio's own record of calls. */
export async function placeCall(
  {
    simulator: {
      twilio: { calls },
    },
  }: Stack,
  from: Person,
  dialled: string,
  peer: Person,
): Promise<CallResult> {
  if (isInUse(from) || isInUse(peer)) return 'busy';
  const { callSid } = from.phone.call(dialled);
  const stopAnswering = peer.phone.onChange(() => {
    if (peer.phone.state().status === 'ringing') peer.phone.answer();
  });
  const rung = () => calls.records.page(1, {}, ({ parentCallSid }) => parentCallSid === callSid).records[0];
  const isTaken = ({ status }: HandsetState) => status === 'in-call' && rung()?.status === 'in-progress';
  await settled([from.phone, peer.phone], () => {
    const [caller, called] = [from.phone.state(), peer.phone.state()];
    return [caller, called].some(isTaken) || caller.status === 'idle' || isAskedForPin(caller, callSid);
  });
  if (isInUse(from)) from.phone.hangUp();
  stopAnswering();
  const called = rung();
  if (called === undefined) return 'turned_away';
  if (called.to !== peer.phone.number) return 'crossed';
  return called.status === 'busy' ? 'busy' : 'joined';
}

/** Looks at each change of the phones, also those after an announcement has answered the caller, but not for ever. */
function settled(phones: readonly Handset[], isSettled: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(end, RING_MS);
    const stops = phones.map((phone) => phone.onChange(look));
    function end() {
      clearTimeout(timer);
      for (const stop of stops) stop();
      resolve();
    }
    function look() {
      if (isSettled()) end();
    }
    look();
  });
}

/** Whom nobody can be found for is asked for a PIN. */
function isAskedForPin({ heard }: HandsetState, callSid: string): boolean {
  return heard.some((entry) => entry.callSid === callSid && entry.text.includes('暗証番号'));
}

function isInUse({ phone }: Person): boolean {
  return phone.state().status !== 'idle';
}
