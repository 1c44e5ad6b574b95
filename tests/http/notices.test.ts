import { noticeAnswer, UNKNOWN_NOTICE } from '../../src/http/notices';
import type { OutOfSessionDecision } from '../../src/masking/ports';

const quiet = { NOTICE_LANGUAGE: 'ja', MARKET_NAME: '' } as const;
const english = { NOTICE_LANGUAGE: 'en', MARKET_NAME: 'Flea' } as const;

describe('a notice', () => {
  it('is spoken to a caller, who is then hung up on', () => {
    const { status, headers, body } = noticeAnswer('ended', 'voice', quiet);
    expect(status).toBe(200);
    expect(headers['Content-Type']).toBe('application/xml');
    expect(body).toMatch(
      /<Response><Say language="ja-JP">お取引相手との通話の受付は終了しました。.*<\/Say><Hangup><\/Hangup><\/Response>$/,
    );
  });

  it('is written to the sender of a text', () => {
    const { body } = noticeAnswer('ended', 'message', quiet);
    expect(body).toMatch(/<Response><Message>お取引相手との.*<\/Message><\/Response>$/);
    expect(body).not.toContain('Say');
  });

  it('is in the configured language and begins with the name of the marketplace', () => {
    expect(noticeAnswer('unknown', 'voice', english).body).toContain(
      '<Say language="en-US">This is Flea. This number cannot connect you.',
    );
    expect(noticeAnswer('unknown', 'voice', { ...quiet, MARKET_NAME: 'フリマ' }).body).toContain(
      '<Say language="ja-JP">フリマです。この番号は',
    );
  });

  it('tells an ended session from an unknown number', () => {
    const texts = (['ended', 'unknown'] satisfies OutOfSessionDecision[]).flatMap((decision) =>
      [quiet, english].map((config) => noticeAnswer(decision, 'voice', config).body),
    );
    expect(new Set(texts).size).toBe(4);
  });

  it('cannot be broken by the name of the marketplace', () => {
    const MARKET_NAME = '</Say><Dial>+819012345678</Dial>&"\'';
    const { body } = noticeAnswer('ended', 'voice', { ...english, MARKET_NAME });
    expect(body).not.toContain('<Dial>');
    expect(body).toContain('&lt;/Say&gt;&lt;Dial&gt;+819012345678&lt;/Dial&gt;&amp;&quot;&apos;');
  });

  it('is there even when the configuration cannot be read', () => {
    expect(UNKNOWN_NOTICE.body).toContain('この番号は、現在おつなぎできません。');
  });
});
