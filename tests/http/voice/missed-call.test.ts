import { noticeMissedCall } from '../../../src/http/voice/missed-call';
import { WebhookParams } from '../../../src/http/webhook-function';
import type { TextResult } from '../../../src/masking/call-log';
import { deadlineIn } from '../../../src/masking/deadline';
import { configWith } from '../environment';

const missed = {
  CallSid: `CA${'1'.repeat(32)}`,
  ParentCallSid: `CA${'2'.repeat(32)}`,
  CallStatus: 'no-answer',
  From: '+815032000001',
  To: '+818087654321',
};

async function report(
  fields: object,
  settings: Record<string, string> = { MISSED_CALL_SMS: 'true' },
  result: TextResult = 'sent',
) {
  const sent: object[] = [];
  const lines: string[] = [];
  for (const level of ['log', 'warn'] as const)
    jest
      .spyOn(console, level)
      .mockImplementation((...parts: unknown[]) => void lines.push(`${level} ${parts.join()}`));
  const call = {
    params: new WebhookParams({ ...fields }),
    config: configWith(settings),
    deadline: deadlineIn(1_000),
    requestId: 'r1',
    baseUrl: 'https://calls.example',
  };
  const log = { claim: async () => true, keepRecording: async () => undefined };
  const sender = {
    sendText: async (text: object) => {
      sent.push(text);
      return result;
    },
  };
  await noticeMissedCall(call, () => ({ log, sender }));
  jest.restoreAllMocks();
  return { sent, lines: lines.join() };
}

describe('the notice of a missed call', () => {
  it.each(['no-answer', 'busy', 'canceled'])(
    'goes to the phone that rang, from the number that it showed: %s',
    async (CallStatus) => {
      const { sent, lines } = await report({ ...missed, CallStatus });
      expect(sent).toEqual([
        {
          from: missed.From,
          to: missed.To,
          body: expect.stringMatching(/^お取引相手から、お電話がありました。/),
        },
      ]);
      expect(lines).toContain('"event":"missed_call"');
      expect(lines).not.toContain('+81');
    },
  );

  it('names the marketplace, in English too', async () => {
    const settings = { MISSED_CALL_SMS: 'true', NOTICE_LANGUAGE: 'en', MARKET_NAME: 'Flea' };
    expect((await report(missed, settings)).sent).toMatchObject([
      { body: expect.stringMatching(/^This is Flea\. Your partner tried to call you\./) },
    ]);
  });

  it.each([
    [{ ...missed, CallStatus: 'completed' }, undefined],
    [{ ...missed, CallStatus: 'in-progress' }, undefined],
    [{ ...missed, ParentCallSid: '' }, undefined],
    [{ ...missed, To: 'client:somebody' }, undefined],
    [missed, {}],
  ])('does not go out for %j with %j', async (fields, settings) => {
    expect((await report(fields, settings)).sent).toEqual([]);
  });

  it('that could not be sent is noted for operators', async () => {
    expect((await report(missed, undefined, 'refused')).lines).toMatch(/^warn .*"reason":"refused"/);
  });
});
