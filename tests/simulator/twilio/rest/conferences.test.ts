import { Telephony } from '../../../../simulator/twilio/telephony/telephony';
import { BUYER, type RunningSimulator, SELLER, startSimulator } from '../support';

const AMERICAN = '+14155552671';

let running: RunningSimulator;
let telephony: Telephony;
beforeEach(async () => {
  running = await startSimulator();
  const { simulator } = running;
  telephony = new Telephony(simulator);
  simulator.telephony = telephony.rest;
  simulator.numbers.add({ phoneNumber: AMERICAN });
});
afterEach(async () => {
  const notes = running.simulator.log.entries({ kind: 'rest' }).map(({ note }) => note);
  expect(notes.filter((note = '') => /VIOLATES|SIMULATE|FAILED/.test(note))).toEqual([]);
  telephony.stop();
  await running.stop();
});

it('finds a conference, lets it hear something, and ends it', async () => {
  const { client } = running;
  const twiml = '<Response><Dial><Conference>room</Conference></Dial></Response>';
  const phones = ([BUYER, SELLER] as const).map((number) => telephony.handset(number));
  for (const phone of phones) {
    await client.calls.create({ from: AMERICAN, to: phone.number, twiml });
    await phone.waitFor(({ status }) => status === 'ringing');
    phone.answer();
  }
  const [conference] = await client.conferences.list({ friendlyName: 'room', status: 'in-progress' });
  const room = client.conferences(conference?.sid ?? '');
  expect(await room.participants.list()).toMatchObject([
    { status: 'connected', muted: false, startConferenceOnEnter: true, endConferenceOnExit: false },
    { conferenceSid: conference?.sid },
  ]);
  await room.update({ announceUrl: 'http://127.0.0.1:1/nothing' });
  await room.update({ status: 'completed' });
  expect(await room.fetch()).toMatchObject({
    status: 'completed',
    reasonConferenceEnded: 'conference-ended-via-api',
  });
  await expect(room.update({ status: 'completed' })).rejects.toMatchObject({ status: 404 });
  for (const phone of phones) await phone.waitFor(({ status }) => status === 'idle');
});
