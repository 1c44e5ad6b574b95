import { giveWarning } from '../../../src/http/voice/give-warning';
import { followWarning } from '../../../src/http/voice/limit-warning';
import { type WebhookCall, WebhookParams } from '../../../src/http/webhook-function';
import { deadlineIn } from '../../../src/masking/deadline';
import type { RecordOutcome } from '../../../src/masking/ports';
import { configWith } from '../environment';

const CallSid = `CA${'2'.repeat(32)}`;
const ParentCallSid = `CA${'1'.repeat(32)}`;
const joined = { interactionId: ParentCallSid, legId: CallSid };
const QSTASH = {
  QSTASH_TOKEN: 'token',
  QSTASH_CURRENT_SIGNING_KEY: 'sig_1',
  QSTASH_NEXT_SIGNING_KEY: 'sig_2',
  CALL_LIMIT_MINUTES: '10',
};

const written: string[] = [];
const done: unknown[] = [];
beforeEach(() => {
  written.length = 0;
  done.length = 0;
  for (const method of ['log', 'warn'] as const)
    jest
      .spyOn(console, method)
      .mockImplementation((...parts: unknown[]) => void written.push(parts.join(' ')));
});
afterEach(() => jest.restoreAllMocks());

const callWith = (fields: object, settings: object): WebhookCall => ({
  params: new WebhookParams({ ...fields }),
  config: configWith({ ...settings }),
  deadline: deadlineIn(1_000),
  requestId: 'r1',
  baseUrl: 'https://calls.example',
});
const control = {
  redirect: async (legId: string, twiml: string) => done.push(['redirect', legId, twiml]) > 0,
  hangUp: async (legId: string) => void done.push(['hangUp', legId]),
};

describe('a report of a call', () => {
  const follow = (
    fields: object,
    { settings = QSTASH as object, outcome = { kind: 'kept' } as RecordOutcome, isTaken = true } = {},
  ) => {
    const schedule = {
      schedule: async (call: object, afterSeconds: number) => {
        done.push(['schedule', call, afterSeconds]);
        return isTaken;
      },
    };
    return followWarning(callWith(fields, settings), outcome, () => ({ schedule, control }));
  };
  const answered = { CallSid, ParentCallSid, CallStatus: 'in-progress' };

  it('that the phone was answered has the warning scheduled for a minute before the end', async () => {
    await follow(answered);
    expect(done).toEqual([['schedule', joined, 540]]);
    expect(written).toEqual([]);
  });

  it.each(['ringing', 'completed', 'busy'])('that says %s schedules nothing', async (CallStatus) => {
    await follow({ ...answered, CallStatus });
    expect(done).toEqual([]);
  });

  it.each([
    ['nobody set it up', { CALL_LIMIT_MINUTES: '10' }],
    ['a call is short anyway', { ...QSTASH, CALL_LIMIT_MINUTES: '2' }],
  ])('schedules nothing where %s', async (_, settings) => {
    await follow(answered, { settings, outcome: { kind: 'kept', alone: CallSid } });
    expect(done).toEqual([]);
  });

  it('is noted for operators when QStash does not take the warning', async () => {
    await follow(answered, { isTaken: false });
    expect(JSON.parse(written[0] ?? '')).toEqual({
      event: 'limit_warning',
      level: 'warn',
      requestId: 'r1',
      reason: 'not_scheduled',
      resourceSid: ParentCallSid,
    });
  });

  it('ends the call of whoever is left alone', async () => {
    await follow(
      { CallSid: ParentCallSid, CallStatus: 'completed' },
      { outcome: { kind: 'kept', alone: CallSid } },
    );
    expect(done).toEqual([['hangUp', CallSid]]);
  });
});

describe('the warning', () => {
  const give = (answeredAtMs: number | undefined, settings: object = QSTASH, fields: object = joined) => {
    const log = {
      claimWarning: async ({ latestMs }: { latestMs: number }) => {
        done.push(['claim', latestMs]);
        return answeredAtMs;
      },
    };
    return giveWarning(callWith(fields, settings), () => ({ log, control }));
  };

  it('takes the called phone to the sentence and to a room of the two, for what is left', async () => {
    jest.spyOn(Date, 'now').mockReturnValue(1_800_000_000_000);
    expect(await give(1_800_000_000_000 - 541_000, { ...QSTASH, NOTICE_LANGUAGE: 'en' })).toMatchObject({
      status: 200,
    });
    expect(done).toEqual([
      ['claim', 560_000],
      [
        'redirect',
        CallSid,
        '<?xml version="1.0" encoding="UTF-8"?><Response><Say language="en-US">This call will end in about one minute.</Say>' +
          `<Dial timeLimit="49"><Conference beep="false" waitUrl="" endConferenceOnExit="true">${ParentCallSid}</Conference></Dial></Response>`,
      ],
    ]);
    expect(written.join()).toContain('"reason":"warned"');
  });

  it('is given to no call that it is not claimed for', async () => {
    expect(await give(undefined)).toMatchObject({ status: 200 });
    expect(done).toEqual([['claim', 560_000]]);
  });

  it.each([
    ['nobody set it up any more', {}, joined],
    ['the request names no call', QSTASH, { interactionId: ParentCallSid }],
  ])('asks for nothing where %s', async (_, settings, fields) => {
    expect(await give(1, settings, fields)).toMatchObject({ status: 200 });
    expect(done).toEqual([]);
  });
});
