import { readIncomingText, readTextReport, textAnswer } from '../../../src/http/texts/text-webhook';
import { WebhookParams } from '../../../src/http/webhook-function';
import type { TextOutcome } from '../../../src/masking/incoming-text';
import { joined } from '../../support/joined';
import { configWith } from '../environment';

const baseUrl = 'https://calls.example';
const MessageSid = `SM${'1'.repeat(32)}`;
const sent = { MessageSid, From: '+819012345678', To: '+815032000000', Body: 'hello', NumMedia: '0' };
const read = (changes: object = {}) => readIncomingText(new WebhookParams({ ...sent, ...changes }));
const answer = (outcome: TextOutcome, body = 'hello', settings = {}) =>
  String(
    textAnswer(outcome, { interactionId: MessageSid, body }, { config: configWith(settings), baseUrl }).body,
  ).replace(/^.*<Response>|<\/Response>$/gs, '');

describe('a text that came in', () => {
  it('has its words, its sender and the number that it was sent to', () => {
    expect(read()).toEqual({
      interactionId: MessageSid,
      kind: 'message',
      from: sent.From,
      to: sent.To,
      body: 'hello',
      hasMedia: false,
      isOptOut: false,
    });
  });

  it('has media where Twilio counts some', () => {
    expect(read({ NumMedia: '2' })).toMatchObject({ hasMedia: true });
    expect(read({ NumMedia: '' })).toMatchObject({ hasMedia: false });
  });

  it.each([
    'STOP',
    ' stop \n',
    'Unsubscribe',
    'CANCEL',
    'end',
    'Quit',
    'STOPALL',
    'optout',
    'revoke',
    'HELP',
    'Start',
  ])('is an opt-out: %j', (Body) => {
    expect(read({ Body })).toMatchObject({ isOptOut: true });
  });

  it('is an opt-out where Twilio says so in another language', () => {
    expect(read({ Body: '停止', OptOutType: 'STOP' })).toMatchObject({ isOptOut: true });
  });

  it.each(['Please stop at the station', 'the end', 'YES'])('is no opt-out: %j', (Body) => {
    expect(read({ Body })).toMatchObject({ isOptOut: false });
  });

  it.each([{ MessageSid: 'SM1' }, { To: 'sip:a@b' }])('is nothing with %j', (change) => {
    expect(read(change)).toBeUndefined();
  });
});

describe('the answer to a text', () => {
  it('relays it whole from the number that the partner knows', () => {
    const long = `${'改札の前にいます。'.repeat(175)}👨‍👩‍👧\nAT&T <3`;
    expect(answer(joined, long)).toBe(
      `<Message to="+818087654321" from="+815032000001" statusCallback="${baseUrl}/messages/status?text=${MessageSid}#rc=2&amp;rp=all">` +
        `<Body>${long.replace('&', '&amp;').replace('<', '&lt;')}</Body></Message>`,
    );
  });

  it.each([
    [{ kind: 'ended' }, '受付は終了しました'],
    [{ kind: 'unknown' }, 'おつなぎできません'],
    [{ kind: 'refused', reason: 'quota_exceeded' }, 'メッセージの回数が上限'],
    [{ kind: 'refused', reason: 'paused' }, '一時停止しています'],
    [{ kind: 'refused', reason: 'session_closed' }, '受付は終了しました'],
    [{ kind: 'refused', reason: 'media_refused' }, '写真やファイルは送信できません'],
    [{ kind: 'text_rejected' }, '電話番号などの連絡先'],
    [{ kind: 'store_unavailable' }, '送信できませんでした'],
  ] satisfies [TextOutcome, string][])('tells its sender why it is not relayed: %j', (outcome, words) => {
    expect(answer(outcome)).toMatch(/^<Message>.*<\/Message>$/);
    expect(answer(outcome, 'hello', { MARKET_NAME: 'フリマ' })).toContain('フリマです。');
    expect(answer(outcome)).toContain(words);
    expect(answer(outcome, 'hello', { NOTICE_LANGUAGE: 'en' })).toMatch(/^<Message>[\x20-\x7e]+<\/Message>$/);
  });

  it('is silence to a sender who was told often enough', () => {
    expect(answer({ kind: 'refused', reason: 'told_enough' })).toBe('');
  });

  it.each(['opt_out', 'own_number', 'empty'] as const)('is silence to %s', (kind) => {
    expect(answer({ kind })).toBe('');
  });
});

describe('how a relayed text fares', () => {
  const report = (fields: object) => readTextReport(new WebhookParams({ ...fields }));

  it('is about the text that came in', () => {
    expect(
      report({ text: MessageSid, MessageSid: `SM${'2'.repeat(32)}`, MessageStatus: 'delivered' }),
    ).toEqual({
      interactionId: MessageSid,
      kind: 'message',
      status: 'delivered',
    });
  });

  it.each([{ MessageStatus: 'sent' }, { text: MessageSid }, { text: MessageSid, MessageStatus: '+81901' }])(
    'is nothing in %j',
    (fields) => {
      expect(report(fields)).toBeUndefined();
    },
  );
});
