import { setTimeout as wait } from 'node:timers/promises';
import { speak } from '../../scripts/demo/phones';
import type { Handset } from '../../simulator/twilio/handsets/handset';
import type { E164 } from '../../simulator/twilio/model';
import { command } from '../support/pins';
import { type System, startSystem } from './harness';
import { calmDown, isIdle } from './pin-entry';

const WARNING = 'あと1分ほどで、この通話は終了します。';
const OVER = '通話時間の上限になりましたので、通話を終了しました。';

let system: System;
let tel: E164;
beforeAll(async () => {
  const settings = {
    SWITCHBOARD: 'voice',
    PROXY_SERVICE_SID: '',
    CALL_LIMIT_MINUTES: '10',
    RECORD_CALLS: 'true',
  };
  system = await startSystem({ settings, hasWarnings: true });
  const { body } = await system.call('/connect', { bearer: system.buyer.ticket });
  tel = body.data?.tel as E164;
});
afterEach(() => calmDown(system));
afterAll(() => system.stop());

const pass = (seconds: number) => system.simulator.twilio.clock.advance(seconds);
const record = (sid: string) => system.simulator.twilio.calls.get(sid);
const legOf = (callSid: string) =>
  [...system.simulator.twilio.calls.records].find(({ parentCallSid }) => parentCallSid === callSid);
const scheduled = (callSid: string) =>
  system.simulator.qstash.messages.find(({ body }) => body.includes(callSid));

/** What was said to a phone by TwiML since the two began to talk. */
const said = (handset: Handset, callSid: string) =>
  handset
    .state()
    .heard.filter((entry) => entry.callSid === callSid && entry.kind === 'say' && !entry.isWhisper)
    .map(({ text }) => text);

/** Resolves once the condition holds; the test's own time limit ends the waiting. */
async function until(holds: () => unknown): Promise<void> {
  while (!(await holds())) await wait(5);
}

/** The call log's entry, and the ends of it that were told. */
async function logEntry(callSid: string): Promise<Record<string, string>> {
  const flat = (await command(system.simulator.upstash, 'hgetall', `tk:call:${callSid}`)) as string[];
  return Object.fromEntries(
    flat.flatMap((name, index) => (index % 2 ? [] : [[name, flat[index + 1] ?? '']])),
  );
}

/** The two talk, and the warning is on its way. */
async function talk() {
  const { buyer, seller } = system;
  const { callSid } = buyer.handset.call(tel);
  const { call } = await seller.handset.waitFor(({ status }) => status === 'ringing');
  seller.handset.answer();
  await speak(buyer.handset, seller.handset);
  await until(() => scheduled(callSid));
  const legId = legOf(callSid)?.sid ?? '';
  return { callSid, legId, sellersCall: call?.callSid ?? '' };
}

/** The two talk, and both hear the warning in a room of their own. */
async function talkAndBeWarned() {
  const { buyer, seller } = system;
  const calls = await talk();
  await pass(540);
  await until(() => said(buyer.handset, calls.callSid).includes(WARNING));
  await until(() => said(seller.handset, calls.sellersCall).includes(WARNING));
  await until(() => roomOf(calls.callSid)?.status === 'in-progress');
  return calls;
}
const roomOf = (callSid: string) =>
  [...system.simulator.twilio.conferences.records].findLast(({ friendlyName }) => friendlyName === callSid);

describe('a call that reaches its last minute', () => {
  it('is scheduled for a warning as it is answered, once', async () => {
    const { callSid, legId } = await talk();
    expect(scheduled(callSid)).toMatchObject({
      url: `${system.functionsUrl}/qstash/warning`,
      body: JSON.stringify({ interactionId: callSid, legId }),
      delaySeconds: 540,
      retries: 1,
    });
  });

  it('tells both sides, who talk on, and ends in time', async () => {
    const { buyer, seller } = system;
    const began = performance.now();
    const { callSid, legId, sellersCall } = await talkAndBeWarned();
    await speak(buyer.handset, seller.handset, '急ぎましょう');
    expect(await logEntry(callSid)).not.toHaveProperty('e');
    await pass(51);
    await Promise.all([buyer.handset.waitFor(isIdle), seller.handset.waitFor(isIdle)]);
    // The clock runs on by itself too, as long as the machine takes for all this.
    const runSeconds = (performance.now() - began) / 1000;
    expect(record(callSid)?.duration).toBeLessThanOrEqual(592 + runSeconds);
    expect(record(legId)?.duration).toBeGreaterThanOrEqual(585);
    await until(async () => (await logEntry(callSid)).st === 'completed');
    expect(await logEntry(callSid)).toMatchObject({ du: String(record(legId)?.duration) });
    for (const words of [said(buyer.handset, callSid), said(seller.handset, sellersCall)])
      expect(words.filter((text) => text === WARNING)).toHaveLength(1);
  });

  it('hears it once, however often QStash delivers', async () => {
    const { buyer } = system;
    const { callSid } = await talkAndBeWarned();
    const message = scheduled(callSid);
    if (message) expect(await system.simulator.qstash.redeliver(message)).toBe(200);
    await speak(buyer.handset, system.seller.handset);
    expect(said(buyer.handset, callSid).filter((text) => text === WARNING)).toHaveLength(1);
  });

  it.each(['buyer', 'seller'] as const)('ends for both when the %s hangs up in it', async (who) => {
    const { callSid } = await talkAndBeWarned();
    system[who].handset.hangUp();
    await Promise.all([system.buyer.handset.waitFor(isIdle), system.seller.handset.waitFor(isIdle)]);
    await until(async () => (await logEntry(callSid)).st === 'completed');
    expect(said(system.buyer.handset, callSid)).not.toContain(OVER);
  });

  it('goes on being recorded', async () => {
    const { buyer, seller, simulator } = system;
    const { callSid } = await talkAndBeWarned();
    await speak(seller.handset, buyer.handset, 'では、改札で');
    buyer.handset.hangUp();
    await seller.handset.waitFor(isIdle);
    const recordings = [...simulator.twilio.recordings.records].filter((one) => one.callSid === callSid);
    expect(recordings.map(({ status }) => status)).toEqual(['completed']);
    expect(recordings[0]?.words).toContain('では、改札で');
  });

  it('leaves nobody alone when the caller cannot follow, since Redis fails just then', async () => {
    const { buyer, seller, simulator } = system;
    const { legId } = await talk();
    const stop = simulator.twilio.log.subscribe(({ kind, target }) => {
      if (kind !== 'rest' || !target.includes(`${legId}.json`)) return;
      stop();
      simulator.upstash.faults.add({ effect: 'error', status: 500, times: 1 });
    });
    await pass(540);
    await Promise.all([buyer.handset.waitFor(isIdle), seller.handset.waitFor(isIdle)]);
  });

  it('leaves nobody alone when the caller is gone as the partner hears it', async () => {
    const { buyer, seller } = system;
    const { callSid, legId } = await talk();
    const { twilio } = system.simulator;
    const stop = twilio.log.subscribe(({ kind, target }) => {
      if (kind === 'rest' && target.includes(`${legId}.json`)) buyer.handset.hangUp();
    });
    await pass(540);
    await seller.handset.waitFor(isIdle);
    stop();
    await until(async () => (await logEntry(callSid)).st === 'completed');
  });

  it('ends as any other when it was not warned, since QStash or Twilio failed', async () => {
    const { buyer, seller, simulator } = system;
    const { callSid, legId } = await talk();
    simulator.twilio.faults.add({ match: { method: 'POST', path: legId }, effect: 'error', status: 500 });
    await pass(540);
    await until(() => system.logs.some((line) => /limit_warning.*switchboard_unavailable/.test(line)));
    await speak(buyer.handset, seller.handset);
    expect(said(buyer.handset, callSid)).not.toContain(WARNING);
  });

  it('is not warned when it is over', async () => {
    const { buyer, seller, simulator } = system;
    const { callSid, legId } = await talk();
    buyer.handset.hangUp();
    await seller.handset.waitFor(isIdle);
    await until(async () => (await logEntry(callSid)).st === 'completed');
    const message = scheduled(callSid);
    const before = simulator.twilio.log.lastId;
    if (message) expect(await simulator.qstash.redeliver(message)).toBe(200);
    expect(simulator.twilio.log.count({ kind: 'rest', since: before, target: legId })).toBe(0);
  });
});

describe('the Function that QStash calls', () => {
  it('refuses what QStash did not sign', async () => {
    const { callSid } = await talk();
    const message = scheduled(callSid);
    const body = JSON.parse(message?.body ?? '{}') as object;
    expect((await system.call('/qstash/warning', { body })).status).toBe(401);
    expect((await system.call('/qstash/warning')).status).toBe(401);
  });

  it('asks for it once more when Redis does not answer', async () => {
    const { callSid } = await talk();
    const message = scheduled(callSid);
    system.simulator.upstash.faults.add({ effect: 'error', status: 500 });
    if (message) expect(await system.simulator.qstash.redeliver(message)).toBe(503);
  });
});
