import { BUYER, SELLER } from '../support';
import { AMERICAN, type Phones, startPhones } from './phones';

let running: Phones;
let telephony: Phones['telephony'];
beforeEach(async () => {
  running = await startPhones();
  telephony = running.telephony;
});
afterEach(() => running.stop());

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
