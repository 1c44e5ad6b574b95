import { Telephony } from '../../../../simulator/twilio/telephony/telephony';
import { type RunningSimulator, startSimulator } from '../support';

/** A number of the account that may call everywhere. */
export const AMERICAN = '+14155552671';

/** A simulator behind its REST interface, with phones. */
export interface Phones extends RunningSimulator {
  readonly telephony: Telephony;
}

export async function startPhones(): Promise<Phones> {
  const running = await startSimulator();
  const { simulator } = running;
  const telephony = new Telephony(simulator);
  simulator.telephony = telephony.rest;
  simulator.numbers.add({ phoneNumber: AMERICAN });
  const stop = async () => {
    const notes = simulator.log.entries({ kind: 'rest' }).map(({ note }) => note);
    telephony.stop();
    await running.stop();
    expect(notes.filter((note = '') => /VIOLATES|SIMULATE|FAILED/.test(note))).toEqual([]);
  };
  return { ...running, telephony, stop };
}
