import { choice } from '../attributes';
import type { RecordingWish } from '../recorder';
import { recordingCallback } from '../recording-report';
import type { XmlElement } from '../xml';

const values = [
  'do-not-record',
  'record-from-answer',
  'record-from-ringing',
  'record-from-answer-dual',
  'record-from-ringing-dual',
  'true',
  'false',
] as const;

/**
 * What the `record` attribute asks for, from the moment the callee answers; undefined where it asks for nothing. A
 * whisper, which comes before the two are connected, is recorded too: Twilio does not say that it is not.
 * https://www.twilio.com/docs/voice/twiml/dial#record
 * @throws TwimlError 12200
 */
export function dialRecording(element: XmlElement, documentUrl: string): RecordingWish | undefined {
  const wish = choice(element, 'record', values);
  const track = choice(element, 'recordingTrack', ['both', 'inbound', 'outbound']);
  const callback = recordingCallback(element, documentUrl);
  if (wish === 'do-not-record' || wish === 'false') return undefined;
  return { source: 'DialVerb', channels: wish.endsWith('dual') ? 2 : 1, track, callback };
}
