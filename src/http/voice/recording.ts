import type { CallRecording, RecordingKind, RecordingSid } from '../../masking/call-log';
import { readDuration } from '../dial-report';
import { sidOrNothing } from '../log';
import type { WebhookParams } from '../webhook-function';

const KINDS: readonly RecordingKind[] = ['conversation', 'voicemail'];

/**
 * The recording that is there now; undefined where the request names none.
 * @see https://www.twilio.com/docs/voice/api/recording#recordingstatuscallback
 */
export function readRecording(params: WebhookParams): CallRecording | undefined {
  const interactionId = sidOrNothing(params.get('CallSid'));
  const recordingSid = sidOrNothing(params.get('RecordingSid'));
  const wanted = params.get('kind');
  const kind = KINDS.find((one) => one === wanted);
  if (interactionId === undefined || kind === undefined || !isRecordingSid(recordingSid)) return undefined;
  if (params.get('RecordingStatus') !== 'completed') return undefined;
  return { interactionId, recordingSid, kind, ...readDuration(params.get('RecordingDuration')) };
}

function isRecordingSid(sid: string | undefined): sid is RecordingSid {
  return sid?.startsWith('RE') === true;
}
