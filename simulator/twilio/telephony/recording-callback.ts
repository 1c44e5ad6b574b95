import { choice, methodOf, resolveUrl } from './attributes';
import { voiceParameters } from './parameters';
import type { Recording } from './recordings';
import type { Scene } from './scene';
import type { Parameters } from './webhook-client';
import type { XmlElement } from './xml';

/** Where the sound of a recording would be. */
export function recordingUrl(recording: Recording, accountSid: string): string {
  return `https://api.twilio.com/2010-04-01/Accounts/${accountSid}/Recordings/${recording.sid}`;
}

/**
 * Tells the application of a finished recording, where it asked for that.
 * https://www.twilio.com/docs/voice/twiml/record#attributes-recording-status-callback
 */
export function reportRecording(element: XmlElement, scene: Scene, recording: Recording): void {
  const url = element.attributes.recordingStatusCallback;
  const wanted = choice(element, 'recordingStatusCallbackEvent', ['completed', 'in-progress', 'absent']);
  if (!url || wanted !== 'completed') return;
  void scene.webhooks.send({
    url: resolveUrl(url, scene.documentUrl),
    method: methodOf(element, 'recordingStatusCallbackMethod'),
    parameters: parametersOf(scene, recording),
    purpose: 'recording completed',
  });
}

function parametersOf({ ports, leg }: Scene, recording: Recording): Parameters {
  return {
    ...voiceParameters(leg.call, ports.accountSid),
    RecordingSid: recording.sid,
    RecordingUrl: recordingUrl(recording, ports.accountSid),
    RecordingStatus: 'completed',
    RecordingDuration: String(recording.duration ?? 0),
    RecordingChannels: String(recording.channels),
    RecordingSource: recording.source,
    RecordingStartTime: new Date(recording.startTime).toUTCString().replace('GMT', '+0000'),
  };
}
