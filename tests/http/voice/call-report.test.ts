import { readCallReport } from '../../../src/http/voice/call-report';
import { WebhookParams } from '../../../src/http/webhook-function';

const CallSid = `CA${'1'.repeat(32)}`;
const ParentCallSid = `CA${'2'.repeat(32)}`;
const read = (fields: object) => readCallReport(new WebhookParams({ ...fields }));

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
