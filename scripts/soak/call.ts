import type { Stack } from '../local/stack';
import type { Person } from './people';

/** Time for a call to ring, or to be turned away, under load. */
const RING_MS = 8_000;

/** `joined`: it rang at the right phone. `crossed`: at another. `turned_away`: nowhere. `busy`: one of the two phones was in use. */
export type CallResult = 'joined' | 'crossed' | 'turned_away' | 'busy';

/** Dials, lets the partner answer, and ends the call; who was rung is read from Twilio's own record of calls. */
export async function placeCall(
  { simulator }: Stack,
  from: Person,
  dialled: string,
  peer: Person,
): Promise<CallResult> {
  if (isInUse(from) || isInUse(peer)) return 'busy';
  const { callSid } = from.phone.call(dialled);
  const stopAnswering = peer.phone.onChange(() => {
    if (peer.phone.state().status === 'ringing') peer.phone.answer();
  });
  await from.phone.waitFor(({ status }) => status !== 'dialling', RING_MS).catch(() => undefined);
  if (isInUse(from)) from.phone.hangUp();
  stopAnswering();
  const [rung] = simulator.twilio.calls.records.page(
    1,
    {},
    ({ parentCallSid }) => parentCallSid === callSid,
  ).records;
  if (rung === undefined) return 'turned_away';
  if (rung.to !== peer.phone.number) return 'crossed';
  return rung.status === 'busy' ? 'busy' : 'joined';
}

function isInUse({ phone }: Person): boolean {
  return phone.state().status !== 'idle';
}
