import { handler as cleanup } from '../../../src/functions/cleanup';
import { handler as connect } from '../../../src/functions/connect';
import { handler as incomingText } from '../../../src/functions/messages/incoming.protected';
import { handler as textStatus } from '../../../src/functions/messages/status.protected';
import { handler as afterDial } from '../../../src/functions/voice/after-dial.protected';
import { handler as incomingCall } from '../../../src/functions/voice/incoming.protected';
import { handler as recording } from '../../../src/functions/voice/recording.protected';
import { handler as status } from '../../../src/functions/voice/status.protected';
import { handler as whisper } from '../../../src/functions/voice/whisper.protected';
import { webhook } from '../proxy/webhooks';
import { buyer, useFunctionWorld } from '../support';

const world = useFunctionWorld();
const CallSid = `CA${'1'.repeat(32)}`;
const MessageSid = `SM${'1'.repeat(32)}`;
const BUYER = '+819012345678';
const ASIDE = '+818011112222';

/** The buyer's number to dial. */
async function openForBuyer(): Promise<string> {
  const { json } = await world().call(connect, { headers: await world().ticket() });
  return (json.data as { tel: string }).tel;
}
const call = (params: object, settings = {}) =>
  world().call(incomingCall, { event: webhook({ CallSid, From: BUYER, ...params }), settings });
const text = (params: object, settings = {}) =>
  world().call(incomingText, {
    event: webhook({ MessageSid, From: BUYER, Body: 'hello', NumMedia: '0', ...params }),
    settings,
  });
const last = () => world().events().at(-1);

describe('/voice/incoming', () => {
  it('joins a participant with the partner and writes no number down', async () => {
    const To = await openForBuyer();
    const answer = await call({ To });
    world().excuse(answer);
    expect(answer.text).toMatch(/<Dial callerId="\+8150\d+".*>\+818087654321<\/Number><\/Dial>/);
    expect(answer.text).not.toContain(BUYER);
    expect(last()).toMatchObject({ event: 'routed', resourceSid: CallSid });
  });

  it('asks Redis once, and once warm takes no more', async () => {
    const To = await openForBuyer();
    world().excuse(await call({ To }));
    const { log } = world().simulator.twilio;
    const before = log.lastId;
    world().excuse(await call({ To }));
    expect(log.count({ kind: 'redis', since: before })).toBe(1);
    expect(log.count({ kind: 'rest', since: before })).toBe(0);
  });

  it('counts a call once however often it is asked about, and stops the one too many', async () => {
    const To = await openForBuyer();
    const settings = { INTERACTIONS_PER_HOUR: '1' };
    for (const _ of [1, 2]) {
      const answer = await call({ To }, settings);
      world().excuse(answer);
      expect(answer.text).toContain('<Dial');
    }
    const { text: refused } = await call({ To, CallSid: `CA${'2'.repeat(32)}` }, settings);
    expect(refused).toContain('通話の回数が上限');
    expect(last()).toMatchObject({ event: 'not_routed', reason: 'quota_exceeded' });
  });

  it('asks a stranger for a PIN, and whoever comes too late', async () => {
    const To = await openForBuyer();
    expect((await call({ To, From: ASIDE })).text).toContain('action="pin?attempt=1"');
    await world().call(cleanup, { headers: world().apiKey(), params: { userId: buyer.id } });
    expect((await call({ To })).text).toContain('受付は終了しました');
    expect(last()).toMatchObject({ reason: 'ended' });
  });

  it('rings nobody in quiet hours', async () => {
    const To = await openForBuyer();
    jest.useFakeTimers({
      doNotFake: ['setTimeout', 'setImmediate', 'nextTick', 'performance'],
      now: Date.UTC(2026, 0, 1, 12),
    });
    const { text: said } = await call({ To }, { QUIET_HOURS: '11:00-13:00', TIME_ZONE: 'UTC' });
    jest.useRealTimers();
    expect(said).toContain('13時以降に');
    expect(said).not.toContain('<Dial');
  });

  it.each(['error', 'hang', 'malformed'] as const)(
    'is polite, and joins nobody, when Redis suffers %s',
    async (effect) => {
      const To = await openForBuyer();
      world().simulator.upstash.faults.add({ effect });
      const { status: code, text: said } = await call({ To });
      expect({ code, said }).toEqual({
        code: 200,
        said: expect.stringContaining('ただいま電話をおつなぎできません'),
      });
      expect(said).not.toContain('<Dial');
    },
  );

  it.each([{}, { To: 'sip:nobody' }])('is polite to a request that names no number: %j', async (params) => {
    expect((await call(params)).text).toContain('おつなぎできません');
  });

  it('is polite when the configuration is wrong', async () => {
    const { status: code, text: said } = await call({ To: '+815031000000' }, { DATA_KEYS: '' });
    expect({ code, said }).toEqual({ code: 200, said: expect.stringContaining('おつなぎできません') });
  });
});

describe('/messages/incoming', () => {
  it('relays a text from the number that the partner knows, and writes none of it down', async () => {
    const To = await openForBuyer();
    const answer = await text({ To, Body: '改札にいます' });
    world().excuse(answer);
    expect(answer.text).toMatch(/<Message to="\+818087654321" from="\+8150\d+".*><Body>改札にいます<\/Body>/);
    expect(world().lines.join()).not.toContain('改札');
    expect(last()).toMatchObject({ event: 'routed', resourceSid: MessageSid });
  });

  it('tells its sender why a text is not relayed', async () => {
    const To = await openForBuyer();
    expect((await text({ To, Body: '電話は 090-4821-7365' })).text).toContain('連絡先');
    expect((await text({ To, NumMedia: '1' })).text).toContain('写真やファイル');
    expect(last()).toMatchObject({ event: 'not_routed', reason: 'media_refused' });
  });

  it('judges a text with the words of the marketplace', async () => {
    const To = await openForBuyer();
    const settings = { SCREENING_WORDS: '合言葉', SCREENING_ALLOW: 'market.example' };
    expect((await text({ To, Body: '合言葉は山' }, settings)).text).toContain('連絡先');
    const link = { To, Body: 'https://market.example を見て', MessageSid: `SM${'2'.repeat(32)}` };
    const answer = await text(link, settings);
    world().excuse(answer);
    expect(answer.text).toContain('<Body>https://market.example');
  });

  it('says nothing to an opt-out, whoever sent it', async () => {
    const To = await openForBuyer();
    expect((await text({ To, Body: 'STOP' })).text).toContain('<Response></Response>');
  });

  it('relays nothing when Redis does not answer, and says so', async () => {
    const To = await openForBuyer();
    world().simulator.upstash.faults.add({ effect: 'error' });
    expect((await text({ To })).text).toContain('送信できませんでした');
  });

  it('answers nothing to what is no text, and when the configuration is wrong', async () => {
    expect((await text({ To: '' })).text).toContain('<Response></Response>');
    expect((await text({ To: '+815031000000' }, { DATA_KEYS: '' })).text).toContain('<Response></Response>');
  });
});

describe('reports', () => {
  const report = (handler: typeof status, params: object) =>
    world().call(handler, { event: webhook({ CallSid, ...params }) });
  const reports = [
    [status, { CallStatus: 'completed' }],
    [recording, { RecordingSid: `RE${'1'.repeat(32)}`, RecordingStatus: 'completed', kind: 'voicemail' }],
    [textStatus, { text: MessageSid, MessageStatus: 'sent' }],
  ] as const;

  it.each(reports)('are taken without a word', async (handler, params) => {
    expect(await report(handler, params)).toMatchObject({ status: 200, text: '' });
    expect(await report(handler, {})).toMatchObject({ status: 200, text: '' });
  });

  it.each(reports)('that could not be kept are said to be', async (handler, params) => {
    world().simulator.upstash.faults.add({ effect: 'error', status: 500 });
    expect(await report(handler, params)).toMatchObject({ status: 503 });
  });

  it('the end of a call is answered also when it cannot be kept', async () => {
    world().simulator.upstash.faults.add({ effect: 'error', status: 500 });
    expect((await report(afterDial, { DialCallStatus: 'busy' })).text).toContain('つながりませんでした');
  });

  it('nobody is connected when the configuration is wrong', async () => {
    const { text: said } = await world().call(whisper, {
      event: webhook({ CallSid, Digits: '1' }),
      settings: { DATA_KEYS: '' },
    });
    expect(said).toContain('<Response><Hangup></Hangup></Response>');
  });
});
