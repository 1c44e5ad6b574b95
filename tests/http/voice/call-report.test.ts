import { readCallReport } from '../../../src/http/voice/call-report';
import { WebhookParams } from '../../../src/http/webhook-function';

const CallSid = `CA${'1'.repeat(32)}`;
const ParentCallSid = `CA${'2'.repeat(32)}`;
const read = (fields: object, isWarned = false) => readCallReport(new WebhookParams({ ...fields }), isWarned);

describe('a status callback', () => {
  it.each(['in-progress', 'busy', 'no-answer', 'failed', 'canceled', 'ringing'])(
    'of the called phone is about the caller\u2019s call: %s',
    (CallStatus) => {
      expect(read({ CallSid, ParentCallSid, CallStatus })).toEqual({
        interactionId: ParentCallSid,
        kind: 'voice',
        status: CallStatus,
      });
    },
  );

  it('says nothing when the called phone completed a call: a mailbox does that too', () => {
    expect(read({ CallSid, ParentCallSid, CallStatus: 'completed' })).toBeUndefined();
  });

  it('says how long the called phone was there where calls are warned of their end', () => {
    const fields = { CallSid, ParentCallSid, CallStatus: 'completed', CallDuration: '170' };
    expect(read(fields, true)).toEqual({
      interactionId: ParentCallSid,
      kind: 'voice',
      status: 'completed',
      teller: 'callee',
      durationSeconds: 170,
    });
  });

  it.each(['completed', 'busy', 'failed'])('of the caller tells that the call is over: %s', (CallStatus) => {
    expect(read({ CallSid, CallStatus })).toEqual({ interactionId: CallSid, kind: 'voice', status: 'ended' });
  });

  it.each([{}, { CallSid }, { CallStatus: 'completed' }, { CallSid, CallStatus: '+819012345678' }])(
    'tells nothing in %j',
    (fields) => {
      expect(read(fields)).toBeUndefined();
    },
  );
});
