import type { Recording } from '../../model';
import { flag, methodOf, positive, resolveUrl } from '../attributes';
import { isE164 } from '../exchange';
import { recordingCallback, recordingUrl } from '../recording-report';
import type { Scene, Verb } from '../scene';
import { pause } from '../waiting';
import type { XmlElement } from '../xml';

/**
 * The caller is taken to speak without a break: only a key, the length limit or hanging up ends a recording.
 * After hanging up, `action` is still told (Digits=hangup); of an empty recording it is not.
 * https://www.twilio.com/docs/voice/twiml/record
 */
export const record: Verb = async (element, scene) => {
  const { leg, ports, signal, documentUrl } = scene;
  const callback = recordingCallback(element, documentUrl);
  const seconds = positive(element, 'maxLength', 3600);
  leg.answer();
  if (element.attributes.playBeep === undefined || flag(element, 'playBeep')) {
    leg.hear({ kind: 'tone', text: 'beep' });
  }
  const running = scene.recorder.start(leg, {
    source: 'RecordVerb',
    channels: 1,
    track: 'inbound',
    callback,
  });
  const key = await untilKey(element, scene, seconds);
  const recording = running.stop();
  deposit(scene, recording);
  if ((signal.aborted && !leg.isOver) || recording.status === 'absent') return undefined;
  return {
    url: resolveUrl(element.attributes.action ?? '', documentUrl),
    method: methodOf(element),
    parameters: {
      RecordingSid: recording.sid,
      RecordingUrl: recordingUrl(recording, ports.accountSid),
      RecordingDuration: String(recording.duration ?? 0),
      Digits: leg.isOver ? 'hangup' : key,
    },
  };
};

/**
 * Shows it in the mailbox of the phone that the call rang last. Whom a recording is for is known to the application
 * alone; whoever leaves one after nobody answered means that person.
 */
function deposit({ leg: { dialled }, exchange }: Scene, recording: Recording): void {
  if (!dialled || recording.status === 'absent' || !isE164(dialled.to)) return;
  exchange.handset(dialled.to).keep(recording, dialled.callerId);
}

/** The key that ended the recording, or nothing where the limit or the caller did. */
async function untilKey(
  element: XmlElement,
  { leg, ports, signal }: Scene,
  seconds: number,
): Promise<string> {
  const finishing = element.attributes.finishOnKey ?? '1234567890*#';
  const finished = new AbortController();
  let pressed = '';
  const stop = leg.keypad.onKey((key) => {
    if (!finishing.includes(key)) return;
    pressed = key;
    finished.abort();
  });
  await pause(ports.clock, seconds, AbortSignal.any([signal, finished.signal]));
  stop();
  return pressed;
}
