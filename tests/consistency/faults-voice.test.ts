import type { E164 } from '../../simulator/twilio/model';
import { clientSubjects, marketSubjects } from './faults-clients';
import { answersOf, type Case, casesOf, expectedOf, Matrix } from './faults-matrix';
import { connect } from './faults-requests';
import { type FaultSystem, startFaultSystem } from './faults-system';
import { failures } from './faults-table';
import { dials, voiceSubjects } from './faults-voice';

const cases = casesOf({ ...clientSubjects, ...marketSubjects, ...voiceSubjects }).map(
  ({ answers: { fine, noStore }, ...one }): Case => ({ ...one, answers: { fine, noStore } }),
);
const webhooks = cases.filter(({ name }) => name in voiceSubjects);

let system: FaultSystem;
beforeAll(async () => {
  const settings = { RECORD_CALLS: 'true', VOICEMAIL_SECONDS: '60', MISSED_CALL_SMS: 'true' };
  system = await startFaultSystem({ SWITCHBOARD: 'voice', PROXY_SERVICE_SID: '', ...settings });
});
afterAll(() => system.stop());

/** Whom a caller's call rings, and under which number. */
async function rings({ people }: Case, from: string, to: string) {
  const { text } = await dials(system, people, from, to);
  const [, shown = ''] = /callerId="([^"]+)"/.exec(text) ?? [];
  return { shown, called: /<Number[^>]*>([^<]+)</.exec(text)?.[1] };
}

/** Those who do not reach a new partner, or whom that partner does not reach back. */
async function strayed(): Promise<string[]> {
  const checked = cases.map(async (one) => {
    const [caller, , other] = one.people;
    const { text } = await connect(system, caller, other);
    const { tel = '' } = (JSON.parse(text) as { data?: { tel: string } }).data ?? {};
    const there = await rings(one, caller.number, tel);
    const back = await rings(one, other.number, there.shown);
    return there.called === other.number && back.called === caller.number ? [] : [one.name];
  });
  return (await Promise.all(checked)).flat();
}

/** How many texts about missed calls there have been so far; one call is missed in each row. */
function notices(): number {
  const missed = cases.find(({ name }) => name === 'report of a missed call');
  const number = missed?.people[1].number ?? '';
  return system.simulator.telephony.handset(number as E164).state().texts.length;
}

/** How many entries the log has, and of how many calls and texts. */
async function logged() {
  const { text } = await system.call('/ops/calls');
  const { calls } = (JSON.parse(text) as { data: { calls: { callId: string }[] } }).data;
  return { entries: calls.length, ids: new Set(calls.map(({ callId }) => callId)).size };
}

describe.each(failures)('on our own routing, while $name', (failure) => {
  it('every request has its answer in time, and afterwards all is well', async () => {
    await system.reset();
    const noticesBefore = notices();
    const matrix = new Matrix(system, cases);
    await matrix.prepare();
    await failure.inflict(system);
    const { answers, late } = await matrix.send();
    expect(answers).toEqual(answersOf(cases, (one) => expectedOf(one, failure)));
    expect(late).toEqual([]);
    await system.mend();
    expect((await matrix.send(webhooks)).answers).toEqual(
      answersOf(webhooks, ({ answers: { fine } }) => fine),
    );
    const { entries, ids } = await logged();
    expect(entries).toBe(ids);
    const noticed = notices() - noticesBefore;
    expect(noticed).toBeLessThanOrEqual(1);
    if (typeof failure.effect === 'string') expect(noticed).toBe(1);
    expect(await strayed()).toEqual([]);
  });
});
