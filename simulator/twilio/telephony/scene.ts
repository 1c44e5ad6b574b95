import type { Rooms } from './conference/rooms';
import type { Exchange } from './exchange';
import type { Leg } from './leg';
import type { TelephonyOptions, TelephonyPorts } from './ports';
import type { Recorder } from './recorder';
import type { Parameters, WebhookClient, WebhookRequest } from './webhook-client';
import type { XmlElement } from './xml';

/** Where instructions come from: a webhook, or a document already at hand with the URL it counts as being at. */
export type Source = Pick<WebhookRequest, 'url' | 'method'> & { parameters?: Parameters; twiml?: string };

/** What handling calls and texts needs, the same for all of them. */
export interface Tools {
  ports: TelephonyPorts;
  options: TelephonyOptions;
  webhooks: WebhookClient;
  exchange: Exchange;
  recorder: Recorder;
  rooms: Rooms;
}

/** One document being carried out on one call. */
export interface Scene extends Tools {
  leg: Leg;
  /** Whether the leg is a called phone that is not connected yet. */
  isWhisper: boolean;
  documentUrl: string;
  /** Aborted when the call is over or is sent to other instructions. */
  signal: AbortSignal;
  /** Carries out a document on a called phone before it is connected: https://www.twilio.com/docs/voice/twiml/number#url */
  whisper(leg: Leg, source: Source): Promise<void>;
}

/** Carries out one verb; a source in the answer takes the place of the rest of the document. */
export type Verb = (element: XmlElement, scene: Scene) => Promise<Source | undefined>;
