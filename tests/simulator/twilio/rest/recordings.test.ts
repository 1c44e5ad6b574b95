import { BUYER } from '../support';
import { AMERICAN, type Phones, startPhones } from './phones';

let running: Phones;
let telephony: Phones['telephony'];
beforeEach(async () => {
  running = await startPhones();
  telephony = running.telephony;
});
afterEach(() => running.stop());

it('records a call, pauses, stops and deletes the recording', async () => {
  const { client, simulator } = running;
  const { sid } = await client.calls.create({
    ...{ from: AMERICAN, to: BUYER },
    twiml: '<Response><Pause length="600"/></Response>',
  });
  const { recordings } = client.calls(sid);
  await expect(recordings.create()).rejects.toMatchObject({ status: 400, code: 21220 });
  const phone = telephony.handset(BUYER);
  await phone.waitFor(({ status }) => status === 'ringing');
  phone.answer();
  const recording = await recordings.create({ recordingChannels: 'dual', recordingTrack: 'both' });
  expect(recording).toMatchObject({ callSid: sid, status: 'in-progress', channels: 2, duration: '-1' });
  expect(phone.state().call?.isRecorded).toBe(true);
  await expect(client.recordings(recording.sid).remove()).rejects.toMatchObject({ status: 400 });
  await simulator.clock.advance(5);
  expect(await recordings('Twilio.CURRENT').update({ status: 'paused' })).toMatchObject({
    status: 'paused',
  });
  await simulator.clock.advance(100);
  await recordings(recording.sid).update({ status: 'in-progress' });
  await simulator.clock.advance(2);
  expect(await recordings(recording.sid).update({ status: 'stopped' })).toMatchObject({ duration: '7' });
  await expect(recordings(recording.sid).update({ status: 'stopped' })).rejects.toMatchObject({
    status: 404,
  });
  expect(await recordings(recording.sid).fetch()).toMatchObject({ status: 'completed' });
  expect(await recordings.list()).toMatchObject([{ sid: recording.sid }]);
  expect(await client.recordings.list({ callSid: sid })).toMatchObject([
    { sid: recording.sid, source: 'StartCallRecordingAPI', mediaUrl: expect.stringMatching(/^https:/) },
  ]);
  const dateCreatedBefore = new Date(simulator.clock.now() - 3_600_000);
  expect(await client.recordings.list({ dateCreatedBefore })).toEqual([]);
  expect(await client.recordings(recording.sid).remove()).toBe(true);
  await expect(client.recordings(recording.sid).fetch()).rejects.toMatchObject({ status: 404 });
  expect(await client.recordings(recording.sid).fetch({ includeSoftDeleted: true })).toMatchObject({
    status: 'deleted',
  });
  await expect(recordings(recording.sid).remove()).rejects.toMatchObject({ status: 404 });
  const second = await recordings.create();
  await client.calls(sid).update({ status: 'completed' });
  expect(await recordings(second.sid).fetch()).toMatchObject({ status: 'absent' });
  expect(await recordings(second.sid).remove()).toBe(true);
});

it('suffers faults like any other operation', async () => {
  running.simulator.faults.add({
    match: { path: /Recordings/ },
    effect: 'error',
    status: 503,
    code: 20503,
    times: 1,
  });
  await expect(running.client.recordings.list()).rejects.toMatchObject({ status: 503, code: 20503 });
  expect(await running.client.recordings.list()).toEqual([]);
});

it('lists them by pages, newest first', async () => {
  const { simulator, client } = running;
  const call = simulator.calls.create({ from: BUYER, to: AMERICAN, direction: 'inbound' });
  const kind = { callSid: call.sid, source: 'RecordVerb', channels: 1, track: 'inbound' } as const;
  const sids = Array.from({ length: 5 }, () => simulator.recordings.create(kind).sid);
  const listed = await client.recordings.list({ pageSize: 2 });
  expect(listed.map(({ sid }) => sid)).toEqual(sids.toReversed());
});
