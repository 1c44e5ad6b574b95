import { choice } from '../attributes';
import { recordingCallback } from '../recording-report';
import type { Scene, Verb } from '../scene';
import type { XmlElement } from '../xml';

/** Goes on at once and leaves the call unanswered where it is; what it started lasts as long as the call. https://www.twilio.com/docs/voice/twiml/recording */
export const start: Verb = async (element, scene) => {
  for (const child of element.children) record(child, scene);
  return undefined;
};

function record(element: XmlElement, { recorder, leg, documentUrl }: Scene): void {
  const callback = recordingCallback(element, documentUrl);
  const channels = choice(element, 'channels', ['dual', 'mono']) === 'dual' ? 2 : 1;
  const track = choice(element, 'track', ['both', 'inbound', 'outbound']);
  choice(element, 'trim', ['trim-silence', 'do-not-trim']);
  recorder.start(leg, { source: 'StartCallRecordingAPI', channels, track, callback });
}
