import { readOutOfSession } from '../../src/http/incoming';
import { readPinEntry } from '../../src/http/pin-webhook';
import { WebhookParams } from '../../src/http/webhook-function';

const callSid = `CA${'d'.repeat(32)}`;
const from = '+819012345678';
const to = '+815031000000';
const gathered = { CallSid: callSid, From: from, To: to, attempt: '1', Digits: '012345' };
const params = (fields: Record<string, unknown>) => new WebhookParams(fields);

describe('a caller whose number is withheld', () => {
  it.each([
    '+266696687',
    '+7378742833',
    '+86282452253',
    '+8656696',
    '+2562533',
    'anonymous',
    'Anonymous',
    'unknown',
    '',
  ])('is nobody: %j', (From) => {
    expect(readOutOfSession(params({ ...gathered, From }))).not.toHaveProperty('from');
    expect(readPinEntry(params({ ...gathered, From }))).not.toHaveProperty('from');
  });
});

describe('what a caller entered', () => {
  it('has the call, the try, both numbers and the PIN', () => {
    expect(readPinEntry(params(gathered))).toEqual({ callSid, attempt: 1, from, to, pin: '012345' });
  });

  it.each(['', '12345', '1234567', '12345#', '12*456', '１２３４５６', ' 123456', '123456\n'])(
    'has no PIN when the keys are %j',
    (Digits) => {
      expect(readPinEntry(params({ ...gathered, Digits }))).toEqual({ callSid, attempt: 1, from, to });
    },
  );

  it.each([
    { attempt: '' },
    { attempt: '0' },
    { attempt: '10' },
    { attempt: 'x' },
    { CallSid: 'x:1' },
    { To: '110' },
  ])('is nothing with %j', (change) => {
    expect(readPinEntry(params({ ...gathered, ...change }))).toBeUndefined();
  });
});
