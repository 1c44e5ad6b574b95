import type { Recording } from '../model';
import { methodOf, resolveUrl, words } from './attributes';
import type { TelephonyPorts } from './ports';
import { Queue } from './queue';
import type { Method, Parameters, WebhookClient } from './webhook-client';
import type { XmlElement } from './xml';

const events = ['in-progress', 'completed', 'absent'] as const;
type RecordingEvent = (typeof events)[number];

/** Where to report a recording, and what of it. */
export interface RecordingCallback {
  url: string;
  method: Method;
  events: readonly string[];
}

/**
 * What an element's `recordingStatusCallback` and its companions ask for.
 * https://www.twilio.com/docs/voice/twiml/recording
 */
export function recordingCallback(element: XmlElement, documentUrl: string): RecordingCallback | undefined {
  const url = element.attributes.recordingStatusCallback;
  const wanted = words<RecordingEvent>(element, 'recordingStatusCallbackEvent', events, ['completed']);
  if (!url) return undefined;
  const method = methodOf(element, 'recordingStatusCallbackMethod');
  return { url: resolveUrl(url, documentUrl), method, events: wanted };
}

/** Where the sound of a recording would be. */
export function recordingUrl({ sid }: Pick<Recording, 'sid'>, accountSid: string): string {
  return `https://api.twilio.com/2010-04-01/Accounts/${accountSid}/Recordings/${sid}`;
}

/** Tells the application of one recording, in order. */
export class RecordingReport {
  readonly #queue = new Queue();

  constructor(
    private readonly tools: { ports: TelephonyPorts; webhooks: WebhookClient },
    private readonly callback: RecordingCallback | undefined,
  ) {}

  /** Sends the recording's present status, where that was asked for. */
  send(recording: Recording): void {
    if (!this.callback?.events.includes(recording.status)) return;
    const { url, method } = this.callback;
    const parameters = parametersOf(recording, this.tools.ports.accountSid);
    const purpose = `recording ${recording.status}`;
    this.#queue.add(() => this.tools.webhooks.send({ url, method, parameters, purpose }));
  }
}

/** Only what is documented: no numbers. https://www.twilio.com/docs/voice/twiml/recording */
function parametersOf(recording: Recording, accountSid: string): Parameters {
  return {
    AccountSid: accountSid,
    CallSid: recording.callSid,
    RecordingSid: recording.sid,
    RecordingUrl: recordingUrl(recording, accountSid),
    RecordingStatus: recording.status,
    ...(recording.duration !== null && { RecordingDuration: String(recording.duration) }),
    RecordingChannels: String(recording.channels),
    RecordingTrack: recording.track,
    RecordingSource: recording.source,
    RecordingStartTime: new Date(recording.startTime).toUTCString().replace('GMT', '+0000'),
    ErrorCode: '0',
  };
}
