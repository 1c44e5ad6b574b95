import { whisperAnswer } from '../../../src/http/voice/whisper';
import { WebhookParams } from '../../../src/http/webhook-function';
import { configWith } from '../environment';

const whisper = (settings = {}, fields = {}) =>
  String(whisperAnswer(new WebhookParams(fields), configWith(settings)).body).replace(
    /^.*<Response>|<\/Response>$/g,
    '',
  );
const asking = { PRESS_1_TO_ACCEPT: 'true' };

describe('what the called person hears first', () => {
  it('is who calls and for how long, and then the two are connected', () => {
    expect(whisper({ MARKET_NAME: 'フリマ' })).toBe(
      '<Say language="ja-JP">フリマからのお電話です。通話は60分までです。</Say>',
    );
    expect(whisper()).toContain('お取引相手からのお電話です。');
    expect(whisper({ NOTICE_LANGUAGE: 'en', MARKET_NAME: 'Flea' })).toBe(
      '<Say language="en-US">This is a call through Flea. This call can last 60 minutes.</Say>',
    );
    expect(whisper({ NOTICE_LANGUAGE: 'en' })).toContain('This is a call from your partner.');
  });

  it('can be other words', () => {
    expect(whisper({ MARKET_NAME: 'フリマ', WHISPER_TEXT: 'フリマのお取引です。' })).toContain(
      '>フリマのお取引です。通話は60分までです。<',
    );
  });

  it('asks for a key where it must be accepted, and connects nobody without it', () => {
    expect(whisper(asking)).toMatch(
      /^<Gather input="dtmf" numDigits="1" timeout="10" action="whisper" method="POST"><Say .*1を押してください。<\/Say><\/Gather><Hangup><\/Hangup>$/,
    );
  });

  it('connects whoever presses 1, and no other key', () => {
    expect(whisper(asking, { Digits: '1' })).toBe('');
    for (const Digits of ['2', '*', '0']) expect(whisper(asking, { Digits })).toBe('<Hangup></Hangup>');
  });
});
