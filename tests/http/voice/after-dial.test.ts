import { afterDial } from '../../../src/http/voice/after-dial';
import { WebhookParams } from '../../../src/http/webhook-function';
import { deadlineIn } from '../../../src/masking/deadline';
import { DependencyError } from '../../../src/masking/errors';
import type { InteractionReport, RecordOutcome } from '../../../src/masking/ports';
import { configWith } from '../environment';

const baseUrl = 'https://calls.example';
const CallSid = `CA${'d'.repeat(32)}`;
const talked = { CallSid, DialCallStatus: 'completed', DialCallDuration: '65', DialBridged: 'true' };

async function end(fields: object, settings = {}, record?: () => Promise<RecordOutcome>) {
  const reports: InteractionReport[] = [];
  const kept = async (report: InteractionReport): Promise<RecordOutcome> => {
    reports.push(report);
    return { kind: 'kept' };
  };
  const store = { record: record ?? kept };
  const params = new WebhookParams({ ...fields });
  const call = {
    params,
    config: configWith(settings),
    deadline: deadlineIn(1_000),
    requestId: 'r1',
    baseUrl,
  };
  return { body: String((await afterDial(call, store)).body), reports };
}

describe('after the call to the partner', () => {
  it('it is written down, and a call that was held just ends', async () => {
    const { body, reports } = await end(talked);
    expect(body).toContain('<Response><Hangup></Hangup></Response>');
    expect(reports).toEqual([
      { interactionId: CallSid, kind: 'voice', status: 'completed', durationSeconds: 65, teller: 'dial' },
    ]);
  });

  it('whoever used up the time hears why it ended', async () => {
    const lasting = async (DialCallDuration: string) =>
      (await end({ ...talked, DialCallDuration }, { CALL_LIMIT_MINUTES: '1' })).body;
    for (const seconds of ['60', '65']) expect(await lasting(seconds)).toContain('通話時間の上限');
    expect(await lasting('59')).not.toContain('上限');
  });

  it('whoever reached nobody hears so, also where a mailbox took the call', async () => {
    for (const fields of [{ DialCallStatus: 'busy' }, { ...talked, DialBridged: 'false' }])
      expect((await end({ CallSid, ...fields })).body).toContain('つながりませんでした');
  });

  it('whoever reached nobody may leave a message, where that is on', async () => {
    const { body, reports } = await end(
      { CallSid, DialCallStatus: 'no-answer' },
      { VOICEMAIL_SECONDS: '90' },
    );
    expect(body).toMatch(/<Say language="ja-JP">お取引相手が電話に出られません。.*90秒以内.*<\/Say><Record /);
    expect(body).toContain(
      '<Record action="voicemail" method="POST" maxLength="90" timeout="5" finishOnKey="#" playBeep="true" ' +
        `recordingStatusCallback="${baseUrl}/voice/recording?kind=voicemail#rc=2&amp;rp=all" recordingStatusCallbackMethod="POST"></Record><Hangup>`,
    );
    expect(reports).toMatchObject([{ status: 'no-answer' }]);
    expect((await end(talked, { VOICEMAIL_SECONDS: '90' })).body).not.toContain('<Record');
  });

  it('whoever reached nobody hears of an ended session, and leaves no message, where a block was made meanwhile', async () => {
    const blocked = async () => ({ kind: 'blocked' }) as const;
    for (const settings of [{ VOICEMAIL_SECONDS: '90' }, {}]) {
      const { body } = await end({ CallSid, DialCallStatus: 'no-answer' }, settings, blocked);
      expect(body).toContain('通話の受付は終了しました');
      expect(body).not.toContain('<Record');
    }
    expect((await end(talked, {}, blocked)).body).toContain('<Response><Hangup></Hangup></Response>');
  });

  it('nobody leaves a message while the store cannot tell whether a block was made', async () => {
    const logged = jest.spyOn(console, 'error').mockImplementation();
    const down = () => Promise.reject(new DependencyError('store', 'timeout'));
    const { body } = await end({ CallSid, DialCallStatus: 'busy' }, { VOICEMAIL_SECONDS: '90' }, down);
    expect(body).toContain('つながりませんでした');
    expect(body).not.toContain('<Record');
    logged.mockRestore();
  });

  it('the caller notices nothing when it cannot be written down, and operators do', async () => {
    const logged = jest.spyOn(console, 'error').mockImplementation();
    const { body } = await end(talked, {}, () => Promise.reject(new DependencyError('store', 'timeout')));
    expect(body).toContain('<Hangup>');
    expect(logged.mock.calls.flat().join()).toContain('dependency_failed');
    logged.mockRestore();
  });

  it('whoever was warned follows the partner, for what is left of the last minute', async () => {
    const settings = { CALL_LIMIT_MINUTES: '10' };
    const now = jest.spyOn(Date, 'now').mockReturnValue(1_800_000_000_000);
    const moved = (talkedSeconds: number) => async () =>
      ({ kind: 'moved', answeredAtMs: 1_800_000_000_000 - talkedSeconds * 1000 }) as const;
    const { body } = await end(talked, settings, moved(541));
    expect(body).toMatch(
      /<Say language="ja-JP">あと1分ほどで、この通話は終了します。<\/Say><Dial timeLimit="49" action="after-dial\?roomEndsAt=1800000049000" method="POST">/,
    );
    expect(body).toContain(
      `<Conference beep="false" waitUrl="" endConferenceOnExit="true">${CallSid}</Conference></Dial></Response>`,
    );
    expect((await end(talked, settings, moved(560))).body).toContain('timeLimit="30"');
    expect((await end(talked, settings, moved(10))).body).toContain('timeLimit="50"');
    expect((await end(talked, settings, moved(700))).body).toContain('timeLimit="1"');
    now.mockRestore();
  });

  it('whoever was warned hears why it ended when the time is up, and nothing when the partner hung up', async () => {
    const over = { ...talked, DialCallStatus: 'answered', roomEndsAt: String(Date.now() + 1_000) };
    const { body, reports } = await end(over);
    expect(body).toContain('通話時間の上限');
    expect(reports).toEqual([]);
    const early = { ...over, roomEndsAt: String(Date.now() + 30_000) };
    expect((await end(early)).body).toContain('<Response><Hangup></Hangup></Response>');
  });

  it('is polite to a request that tells no end', async () => {
    const { body, reports } = await end({ CallSid });
    expect(body).toContain('おつなぎできません');
    expect(reports).toEqual([]);
  });
});
