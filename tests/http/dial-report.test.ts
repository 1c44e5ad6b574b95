import { readDialReport, wasReached } from '../../src/http/dial-report';
import { WebhookParams } from '../../src/http/webhook-function';

const callSid = `CA${'d'.repeat(32)}`;
const params = (fields: Record<string, unknown>) => new WebhookParams(fields);

describe('how the call to the partner ended', () => {
  it('has the status and the seconds', () => {
    const ended = { CallSid: callSid, DialCallStatus: 'completed', DialCallDuration: '65' };
    const expected = { interactionId: callSid, kind: 'voice', status: 'completed', durationSeconds: 65 };
    expect(readDialReport(params(ended))).toEqual(expected);
  });

  it.each(['', '-1', 'x', '9999999'])('has no seconds where Twilio sends %j', (DialCallDuration) => {
    const ended = { CallSid: callSid, DialCallStatus: 'no-answer', DialCallDuration };
    expect(readDialReport(params(ended))).toEqual({
      interactionId: callSid,
      kind: 'voice',
      status: 'no-answer',
    });
  });

  it('was not answered by whoever was never connected, such as a mailbox', () => {
    const ended = {
      CallSid: callSid,
      DialCallStatus: 'completed',
      DialBridged: 'false',
      DialCallDuration: '9',
    };
    expect(readDialReport(params(ended))).toEqual({
      interactionId: callSid,
      kind: 'voice',
      status: 'no-answer',
    });
  });

  it.each([
    { CallSid: callSid, Digits: '012345' },
    { CallSid: callSid, DialCallStatus: '+819012345678' },
    { DialCallStatus: 'busy' },
  ])('is nothing in %j', (fields) => {
    expect(readDialReport(params(fields))).toBeUndefined();
  });

  it.each([
    ['completed', true],
    ['answered', true],
    ['no-answer', false],
    ['busy', false],
    ['failed', false],
    ['canceled', false],
  ])('%s: the partner was reached: %s', (status, reached) => {
    expect(wasReached({ interactionId: callSid, kind: 'voice', status })).toBe(reached);
  });
});
