import { whisperAnswer } from '../../../src/http/voice/whisper';
import { WebhookParams } from '../../../src/http/webhook-function';
import type { Claim } from '../../../src/masking/call-log';
import { deadlineIn } from '../../../src/masking/deadline';
import { DependencyError } from '../../../src/masking/errors';
import { configWith } from '../environment';

const asking = { PRESS_1_TO_ACCEPT: 'true' };
const recording = { RECORD_CALLS: 'true' };
const ParentCallSid = `CA${'2'.repeat(32)}`;
const accepted = { CallSid: `CA${'1'.repeat(32)}`, ParentCallSid, Digits: '1' };

/** What was done, in order. */
let deeds: string[] = [];
const written: string[] = [];
beforeEach(() => {
  deeds = [];
  written.length = 0;
  for (const method of ['log', 'warn'] as const)
    jest.spyOn(console, method).mockImplementation((...parts: unknown[]) => void written.push(parts.join()));
});
afterEach(() => jest.restoreAllMocks());

const granting = async ({ interactionId, deed, requestId }: Claim) => {
  deeds.push(`claim ${deed} of ${interactionId} for ${requestId}`);
  return true;
};
const starting = async (interactionId: string, url: string) => {
  deeds.push(`record ${interactionId}, tell ${url}`);
  return true;
};

async function whisper(
  settings = {},
  fields = {},
  {
    claim = granting,
    startRecording = starting,
  }: { claim?: typeof granting; startRecording?: typeof starting } = {},
) {
  const call = {
    params: new WebhookParams(fields),
    config: configWith(settings),
    deadline: deadlineIn(1_000),
    requestId: 'r1',
    baseUrl: 'https://calls.example',
  };
  const acceptance = { log: { claim, keepRecording: async () => undefined }, control: { startRecording } };
  const { body } = await whisperAnswer(call, () => acceptance);
  return String(body).replace(/^.*<Response>|<\/Response>$/g, '');
}

describe('what the called person hears first', () => {
  it('is who calls and for how long, and then the two are connected', async () => {
    expect(await whisper({ MARKET_NAME: 'フリマ' })).toBe(
      '<Say language="ja-JP">フリマからのお電話です。通話は60分までです。</Say>',
    );
    expect(await whisper()).toContain('お取引相手からのお電話です。');
    expect(await whisper({ NOTICE_LANGUAGE: 'en', MARKET_NAME: 'Flea' })).toBe(
      '<Say language="en-US">This is a call through Flea. This call can last 60 minutes.</Say>',
    );
    expect(await whisper({ NOTICE_LANGUAGE: 'en' })).toContain('This is a call from your partner.');
  });

  it('can be other words', async () => {
    expect(await whisper({ MARKET_NAME: 'フリマ', WHISPER_TEXT: 'フリマのお取引です。' })).toContain(
      '>フリマのお取引です。通話は60分までです。<',
    );
  });

  it('asks for a key where the call must be accepted, and connects nobody without it', async () => {
    expect(await whisper(asking)).toMatch(
      /^<Say [^>]*>[^<]*<\/Say><Gather input="dtmf" numDigits="1" timeout="10" action="whisper" method="POST"><Say [^>]*>[^<]*1を押してください。<\/Say><\/Gather><Hangup><\/Hangup>$/,
    );
  });

  it('connects whoever presses 1, and no other key', async () => {
    expect(await whisper(asking, { Digits: '1' })).toBe('');
    for (const Digits of ['2', '*', '0']) expect(await whisper(asking, { Digits })).toBe('<Hangup></Hangup>');
    expect(deeds).toEqual([]);
  });
});

describe('a call that is recorded', () => {
  it('tells the called person so before any key counts, and waits for the key', async () => {
    const answered = { CallSid: accepted.CallSid, ParentCallSid };
    const [told, asked] = (await whisper(recording, answered)).split('<Gather');
    expect(told).toContain('この通話は録音されます。');
    expect(asked).toContain('1を押してください。');
    expect(deeds).toEqual([]);
  });

  it('is recorded from the moment of the key, once, on the caller\u2019s side that has both voices', async () => {
    expect(await whisper(recording, accepted)).toBe('');
    expect(deeds).toEqual([
      `claim recording of ${ParentCallSid} for r1`,
      `record ${ParentCallSid}, tell https://calls.example/voice/recording?kind=conversation#rc=2&rp=all`,
    ]);
    expect(written.join()).toContain('recording_started');
  });

  it('is not recorded when the called person declines', async () => {
    expect(await whisper(recording, { ...accepted, Digits: '9' })).toBe('<Hangup></Hangup>');
    expect(deeds).toEqual([]);
  });

  it.each([
    ['recorded_already', { claim: async () => false }],
    ['store_unavailable', { claim: () => Promise.reject(new DependencyError('store', 'timeout')) }],
    ['switchboard_unavailable', { startRecording: async () => false }],
  ])('is connected all the same when it cannot be recorded: %s', async (reason, broken) => {
    expect(await whisper(recording, accepted, broken)).toBe('');
    expect(written.join()).toContain(`"reason":"${reason}"`);
    expect(deeds.filter((deed) => deed.startsWith('record'))).toEqual([]);
  });

  it('lets a defect be seen', async () => {
    const claim = () => Promise.reject(new TypeError('defect'));
    await expect(whisper(recording, accepted, { claim })).rejects.toThrow('defect');
  });
});
