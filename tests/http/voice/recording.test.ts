import { readRecording } from '../../../src/http/voice/recording';
import { WebhookParams } from '../../../src/http/webhook-function';

const CallSid = `CA${'1'.repeat(32)}`;
const RecordingSid = `RE${'2'.repeat(32)}`;
const finished = {
  CallSid,
  RecordingSid,
  RecordingStatus: 'completed',
  RecordingDuration: '12',
  kind: 'voicemail',
};
const read = (changes: object = {}) => readRecording(new WebhookParams({ ...finished, ...changes }));

describe('a recording that Twilio reports', () => {
  it.each(['conversation', 'voicemail'])('has its call, its length and what it is: %s', (kind) => {
    expect(read({ kind })).toEqual({
      interactionId: CallSid,
      recordingSid: RecordingSid,
      kind,
      durationSeconds: 12,
    });
  });

  it('may have no length', () => {
    expect(read({ RecordingDuration: '-1' })).not.toHaveProperty('durationSeconds');
  });

  it.each([
    { kind: '' },
    { RecordingStatus: 'absent' },
    { RecordingStatus: 'in-progress' },
    { RecordingSid: `CA${'2'.repeat(32)}` },
    { RecordingSid: '../RE' },
    { CallSid: '' },
  ])('is nothing with %j', (change) => {
    expect(read(change)).toBeUndefined();
  });
});
