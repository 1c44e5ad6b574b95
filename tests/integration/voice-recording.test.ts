import { setTimeout as wait } from 'node:timers/promises';
import { speak } from '../../scripts/demo/phones';
import type { E164 } from '../../simulator/twilio/model';
import { command } from '../support/pins';
import { type System, startSystem } from './harness';
import { calmDown, isIdle } from './pin-entry';

let system: System;
let tel: E164;
beforeAll(async () => {
  const settings = {
    SWITCHBOARD: 'voice',
    PROXY_SERVICE_SID: '',
    RECORD_CALLS: 'true',
    VOICEMAIL_SECONDS: '30',
  };
  system = await startSystem({ settings });
  const { body } = await system.call('/connect', { bearer: system.buyer.ticket });
  tel = body.data?.tel as E164;
});
afterEach(() => calmDown(system));
afterAll(() => system.stop());

/** The recordings of conversations at Twilio. */
const recordings = () =>
  [...system.simulator.twilio.recordings.records].filter(({ source }) => source === 'StartCallRecordingAPI');
const isLit = ({ call }: { call: { isRecorded: boolean } | null }) => call?.isRecorded === true;

/** Dials, and lets the seller answer and hear the question. */
async function ask(): Promise<string> {
  const { buyer, seller } = system;
  const { callSid } = buyer.handset.call(tel);
  const { call } = await seller.handset.waitFor(({ status }) => status === 'ringing');
  seller.handset.answer();
  await seller.handset.waitFor(({ heard }) =>
    heard.some((entry) => entry.callSid === call?.callSid && entry.text.includes('1を押してください')),
  );
  return callSid;
}

/** The seller waits until the call is given up; the time for a key may not have begun when the words are heard. */
async function keepSilent(): Promise<void> {
  while (!isIdle(system.seller.handset.state())) await system.simulator.twilio.clock.advance(11);
}

describe('a recorded call', () => {
  it('is recorded from the key on, both voices apart, and the log knows the recording', async () => {
    const { buyer, seller } = system;
    const callSid = await ask();
    expect([buyer, seller].some(({ handset }) => isLit(handset.state()))).toBe(false);
    seller.handset.say('だれですか');
    seller.handset.press('1');
    await buyer.handset.waitFor(isLit);
    await speak(buyer.handset, seller.handset);
    buyer.handset.hangUp();
    await seller.handset.waitFor(isIdle);
    const [recording] = recordings();
    expect(recording).toMatchObject({ callSid, channels: 2, track: 'both', status: 'completed' });
    expect(recording?.words.join()).toContain('もしもし');
    expect(recording?.words.join()).not.toMatch(/だれですか|押して/);
    const kept = () => command(system.simulator.upstash, 'hget', `tk:call:${callSid}`, 'cr');
    while ((await kept()) === null) await wait(10);
    expect(await kept()).toBe(recording?.sid);
    expect(system.logs.join()).toContain('recording_started');
  });

  it.each([
    ['declines with another key', () => system.seller.handset.press('9')],
    ['presses nothing, as a mailbox does', keepSilent],
    ['hangs up', () => system.seller.handset.hangUp()],
  ])(
    'is neither connected nor recorded when the called person %s; the caller may leave a message',
    async (_, act) => {
      const before = recordings().length;
      const callSid = await ask();
      await act();
      const { heard } = await system.buyer.handset.waitFor(({ heard: all }) => all.at(-1)?.kind === 'tone');
      expect(heard.filter((entry) => entry.callSid === callSid).map(({ text }) => text)).toEqual([
        expect.stringContaining('録音されます'),
        expect.stringContaining('発信音のあとに'),
        'beep',
      ]);
      expect(recordings()).toHaveLength(before);
      expect(await command(system.simulator.upstash, 'hget', `tk:call:${callSid}`, 'st')).toBe('no-answer');
    },
  );

  it('is connected, and not recorded, when Twilio refuses to record or Redis does not answer', async () => {
    const { buyer, seller, simulator } = system;
    const before = recordings().length;
    for (const break_ of [
      () => simulator.twilio.faults.add({ match: { path: /Recordings/ }, effect: 'error', status: 500 }),
      () => simulator.upstash.faults.add({ effect: 'error', times: 1 }),
    ]) {
      await ask();
      break_();
      seller.handset.press('1');
      await speak(buyer.handset, seller.handset);
      expect(isLit(buyer.handset.state())).toBe(false);
      buyer.handset.hangUp();
      await seller.handset.waitFor(isIdle);
      simulator.twilio.faults.clear();
      simulator.upstash.faults.clear();
    }
    expect(recordings()).toHaveLength(before);
    expect(system.logs.filter((line) => line.includes('not_recorded'))).toEqual([
      expect.stringContaining('"switchboard_unavailable"'),
      expect.stringContaining('"store_unavailable"'),
    ]);
  });
});
