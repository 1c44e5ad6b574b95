import type { Joining } from '../../src/http/dial';
import { noticeAnswer } from '../../src/http/notices';
import { askForPin, pinAnswer } from '../../src/http/pin-answers';
import type { Verb } from '../../src/http/twiml';
import type { ProxyNumber, RealNumber } from '../../src/masking/numbers';
import type { PinOutcome } from '../../src/masking/pin';

const quiet = { NOTICE_LANGUAGE: 'ja', MARKET_NAME: '' } as const;
const english = { NOTICE_LANGUAGE: 'en', MARKET_NAME: 'Flea & Co' } as const;
const noVerbs = () => [];
const bodyOf = ({ body }: { body: object | string }) => String(body);
const verbsIn = (body: string) =>
  [...body.matchAll(/<(Gather|Say|Hangup|Dial|Number)\b/g)].map(([, verb]) => verb);
const attemptsIn = (body: string) => [...body.matchAll(/action="pin\?attempt=(\d)"/g)].map(([, n]) => n);
const unknown = (settings: typeof quiet | typeof english) => {
  const [, end = ''] =
    /<Response>(.*)<\/Response>/.exec(bodyOf(noticeAnswer('unknown', 'voice', settings))) ?? [];
  return end;
};

describe('asking for a PIN', () => {
  it('says what happened, takes six keys twice, and ends as for an unknown number', () => {
    const body = bodyOf(askForPin('ended', quiet));
    expect(verbsIn(body)).toEqual(['Gather', 'Say', 'Gather', 'Say', 'Say', 'Hangup']);
    expect(attemptsIn(body)).toEqual(['1', '2']);
    expect(body).toContain(
      '<Gather input="dtmf" numDigits="6" timeout="10" finishOnKey="#" action="pin?attempt=1" method="POST">' +
        '<Say language="ja-JP">お取引相手との通話の受付は終了しました。',
    );
    expect(body.endsWith(`${unknown(quiet)}</Response>`)).toBe(true);
  });

  it('tells an ended session from an unknown number, in both languages, with the name of the marketplace', () => {
    const bodies = [quiet, english].flatMap((settings) => [
      bodyOf(askForPin('ended', settings)),
      bodyOf(askForPin('unknown', settings)),
    ]);
    expect(new Set(bodies).size).toBe(4);
    expect(bodies[3]).toContain('<Say language="en-US">This is Flea &amp; Co. We could not tell');
  });
});

describe('the answer to a PIN', () => {
  const refused: PinOutcome = { kind: 'refused', reason: 'wrong_pin', nextAttempt: 2 };

  it('joins the call as its switchboard does', () => {
    const joined: PinOutcome = {
      kind: 'joined',
      partner: '+819012345678' as RealNumber,
      callerId: '+815031000000' as ProxyNumber,
    };
    const verbs = ({ partner, callerId }: Joining): Verb[] => [
      { verb: 'Dial', text: `${callerId} ${partner}` },
    ];
    expect(bodyOf(pinAnswer(joined, quiet, verbs))).toContain(
      '<Response><Dial>+815031000000 +819012345678</Dial></Response>',
    );
  });

  it('asks once more after the first wrong PIN', () => {
    const body = bodyOf(pinAnswer(refused, quiet, noVerbs));
    expect(verbsIn(body)).toEqual(['Gather', 'Say', 'Say', 'Hangup']);
    expect(attemptsIn(body)).toEqual(['2']);
  });

  it.each([quiet, english])('is the notice of an unknown number after the last: %j', (settings) => {
    const answer = pinAnswer({ kind: 'refused', reason: 'wrong_pin' }, settings, noVerbs);
    expect(answer).toEqual(noticeAnswer('unknown', 'voice', settings));
  });

  it('does not tell why', () => {
    const reasons = ['wrong_pin', 'attempts_exhausted', 'quota_exceeded', 'not_a_pin'] as const;
    const bodies = reasons.flatMap((reason) => bodyOf(pinAnswer({ ...refused, reason }, quiet, noVerbs)));
    expect(new Set(bodies).size).toBe(1);
  });
});
