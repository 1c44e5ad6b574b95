import { answerPin, joinPlainly } from '../../src/http/pin-call';
import { WebhookParams } from '../../src/http/webhook-function';
import { deadlineIn } from '../../src/masking/deadline';
import { DependencyError } from '../../src/masking/errors';
import type { ProxyNumber, RealNumber } from '../../src/masking/numbers';
import type { PinDecision } from '../../src/masking/pin';
import type { InteractionReport, RecordOutcome } from '../../src/masking/ports';
import { configWith } from './environment';

const callSid = `CA${'d'.repeat(32)}`;
const partner = '+818087654321' as RealNumber;
const callerId = '+815031000001' as ProxyNumber;
const gathered = {
  CallSid: callSid,
  From: '+819012345678',
  To: '+815031000000',
  attempt: '1',
  Digits: '123456',
};
const ended = { CallSid: callSid, DialCallStatus: 'completed', DialCallDuration: '65' };
const done: RecordOutcome = { kind: 'kept' };
const down = () => Promise.reject(new DependencyError('store', 'timeout'));

const written: string[] = [];
beforeEach(() => {
  written.length = 0;
  for (const method of ['log', 'warn', 'error'] as const) {
    jest
      .spyOn(console, method)
      .mockImplementation((...parts: unknown[]) => void written.push(parts.join(' ')));
  }
});
afterEach(() => jest.restoreAllMocks());

async function ask(
  fields: Record<string, string>,
  store: {
    enterPin?: () => Promise<PinDecision>;
    record?: (report: InteractionReport) => Promise<RecordOutcome>;
  } = {},
  settings: Record<string, string> = {},
) {
  const { enterPin = down, record = down } = store;
  const call = {
    params: new WebhookParams(fields),
    config: configWith(settings),
    deadline: deadlineIn(1_000),
    requestId: 'r1',
    baseUrl: 'https://calls.example',
  };
  return String((await answerPin(call, { enterPin, record }, joinPlainly)).body);
}

describe('a PIN that was entered', () => {
  it('dials the partner, of whom the log knows nothing', async () => {
    const body = await ask(gathered, { enterPin: async () => ({ kind: 'joined', partner, callerId }) });
    expect(body).toContain(
      `<Dial callerId="${callerId}" answerOnBridge="true" timeout="30" action="pin" method="POST"><Number>${partner}</Number></Dial>`,
    );
    expect(written).toEqual([`{"event":"pin_joined","requestId":"r1","resourceSid":"${callSid}"}`]);
  });

  it('is refused with the reason in the log alone', async () => {
    const reason = 'attempts_exhausted';
    const body = await ask(gathered, { enterPin: async () => ({ kind: 'refused', reason }) });
    expect(body).toContain('<Gather');
    expect(body).not.toContain(reason);
    expect(written).toHaveLength(1);
    expect(JSON.parse(written[0] ?? '')).toMatchObject({ event: 'pin_refused', level: 'warn', reason });
    expect(written[0]).not.toMatch(/123456|\+81/);
  });

  it('gets the notice of an unknown number, without another try, when the store cannot answer', async () => {
    const body = await ask(gathered);
    expect(body).toContain('おつなぎできません');
    expect(body).not.toContain('<Gather');
  });

  it('joins nobody in quiet hours', async () => {
    const settings = { QUIET_HOURS: '00:00-23:59', TIME_ZONE: 'UTC' };
    jest.useFakeTimers({ now: Date.UTC(2026, 0, 1, 12) });
    const body = await ask(gathered, { enterPin: () => Promise.reject(new Error('asked')) }, settings);
    jest.useRealTimers();
    expect(body).toContain('23時59分以降に');
    expect(body).not.toContain('<Dial');
  });

  it('gets the same from a request that is none of ours', async () => {
    expect(await ask({ Digits: '123456' })).toContain('おつなぎできません');
    expect(written).toEqual([]);
  });
});

describe('the end of the call to the partner', () => {
  it('is written down', async () => {
    const reports: InteractionReport[] = [];
    const record = async (report: InteractionReport) => {
      reports.push(report);
      return done;
    };
    await ask(ended, { record });
    expect(reports).toEqual([
      { interactionId: callSid, kind: 'voice', status: 'completed', durationSeconds: 65 },
    ]);
  });

  it('ends the call as always when it cannot be written down, and operators see it', async () => {
    expect(await ask(ended)).toContain('<Response><Hangup></Hangup></Response>');
    expect(written[0]).toContain('dependency_failed');
  });

  it.each(['no-answer', 'busy', 'failed', 'canceled'])(
    'is explained to whoever reached nobody: %s',
    async (DialCallStatus) => {
      const body = await ask({ ...ended, DialCallStatus }, { record: async () => done });
      expect(body).toContain('つながりませんでした');
      expect(body).toContain('<Hangup>');
    },
  );

  it('lets a defect be seen', async () => {
    const record = () => Promise.reject(new TypeError('defect'));
    await expect(ask(ended, { record })).rejects.toThrow('defect');
  });
});
