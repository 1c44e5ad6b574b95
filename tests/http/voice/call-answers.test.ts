import { callAnswer } from '../../../src/http/voice/call-answers';
import { callEnded } from '../../../src/http/voice/last-words';
import type { CallOutcome } from '../../../src/masking/incoming-call';
import { joined } from '../../support/joined';
import { configWith } from '../environment';

const english = { NOTICE_LANGUAGE: 'en', MARKET_NAME: 'Flea & Co' };
const bodyOf = (outcome: CallOutcome, settings = {}) =>
  String(
    callAnswer(outcome, { config: configWith(settings), baseUrl: 'https://calls.example' }).body,
  ).replace(/^.*<Response>|<\/Response>$/g, '');

describe('the answer to a call', () => {
  it('tells the caller what comes, and rings the partner under the number that the partner knows', () => {
    expect(bodyOf(joined, { MARKET_NAME: 'フリマ' })).toBe(
      '<Say language="ja-JP">フリマです。お取引相手におつなぎします。通話は60分までです。</Say>' +
        '<Dial callerId="+815032000001" answerOnBridge="true" timeout="30" timeLimit="3600" action="after-dial" method="POST">' +
        '<Number url="whisper" method="POST" statusCallback="https://calls.example/voice/status#rc=2&amp;rp=all" statusCallbackEvent="answered completed" ' +
        'statusCallbackMethod="POST">+818087654321</Number></Dial>',
    );
  });

  it('keeps to the configured limits, in English too', () => {
    const body = bodyOf(joined, { ...english, CALL_LIMIT_MINUTES: '5', RING_SECONDS: '20' });
    expect(body).toContain(
      'This is Flea &amp; Co. We are connecting you with your partner. This call can last 5 minutes.',
    );
    expect(body).toContain('timeout="20" timeLimit="300"');
    expect(bodyOf(joined, { ...english, CALL_LIMIT_MINUTES: '1' })).toContain('can last one minute.');
  });

  it('is told that the call is recorded', () => {
    expect(bodyOf(joined, { RECORD_CALLS: 'true' })).toContain(
      '通話は60分までです。この通話は録音されます。</Say><Dial',
    );
    expect(bodyOf(joined, { RECORD_CALLS: 'true', NOTICE_LANGUAGE: 'en' })).toContain(
      'will be recorded.</Say><Dial',
    );
    expect(bodyOf(joined)).not.toContain('録音');
  });

  it.each(['ended', 'unknown'] as const)('asks for a PIN when nobody is known to be meant: %s', (kind) => {
    expect(bodyOf({ kind })).toContain('action="pin?attempt=1"');
  });

  it('refuses a number of the service without a word', () => {
    expect(bodyOf({ kind: 'own_number' })).toBe('<Reject></Reject>');
  });

  it.each([
    [{ kind: 'refused', reason: 'quota_exceeded' }, '通話の回数が上限に達しました'],
    [{ kind: 'refused', reason: 'paused' }, '一時停止しています'],
    [{ kind: 'refused', reason: 'session_closed' }, 'お取引相手との通話の受付は終了しました'],
    [{ kind: 'store_unavailable' }, 'ただいま電話をおつなぎできません'],
  ] satisfies [CallOutcome, string][])('says why, hangs up and asks for nothing: %j', (outcome, words) => {
    const body = bodyOf(outcome);
    expect(body).toContain(words);
    expect(body).toMatch(/<\/Say><Hangup><\/Hangup>$/);
    expect(body).not.toContain('<Gather');
  });

  it.each([
    ['22:00-08:00', '8時以降に', 'after 8:00 a.m.'],
    ['22:00-08:30', '8時30分以降に', 'after 8:30 a.m.'],
    ['10:00-12:05', '12時5分以降に', 'after 12:05 p.m.'],
    ['20:00-00:00', '0時以降に', 'after 12:00 a.m.'],
  ])('says when calls are possible again after %s', (QUIET_HOURS, japanese, inEnglish) => {
    expect(bodyOf({ kind: 'quiet_hours' }, { QUIET_HOURS })).toContain(japanese);
    expect(bodyOf({ kind: 'quiet_hours' }, { ...english, QUIET_HOURS })).toContain(inEnglish);
  });
});

describe('the end of a call', () => {
  const interactionId = `CA${'d'.repeat(32)}`;
  const end = (status: string, settings = {}) =>
    String(callEnded({ interactionId, kind: 'voice', status }, configWith(settings)).body);

  it('is silent when the two have talked', () => {
    expect(end('completed')).toContain('<Response><Hangup></Hangup></Response>');
  });

  it('is explained when they have not', () => {
    expect(end('busy')).toContain('お取引相手につながりませんでした');
    expect(end('no-answer', english)).toContain('could not be reached');
  });
});
