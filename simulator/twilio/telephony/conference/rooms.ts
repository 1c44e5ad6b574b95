import type { Conference } from '../../model';
import { raiseAlert } from '../alerts';
import { readDocument } from '../documents';
import type { TelephonyOptions, TelephonyPorts } from '../ports';
import type { Source } from '../scene';
import { TwimlError } from '../twiml';
import type { WebhookClient } from '../webhook-client';
import { type ConferenceCallback, ConferenceReport } from './report';
import { Room } from './room';

type Tools = { ports: TelephonyPorts; options: TelephonyOptions; webhooks: WebhookClient };

/** The conferences under way, by their names. */
export class Rooms {
  readonly #rooms = new Map<string, Room>();

  constructor(private readonly tools: Tools) {}

  /** The room of this name, opened where it is not; only the first to come says where to report it. */
  open(name: string, callback: ConferenceCallback | undefined): Room {
    const known = this.#rooms.get(name);
    if (known && known.conference.status !== 'completed') return known;
    const room = new Room(this.tools.ports, name, new ConferenceReport(this.tools, callback));
    this.#rooms.set(name, room);
    return room;
  }

  /** Ends a conference from outside. */
  end({ friendlyName }: Conference): void {
    this.#rooms.get(friendlyName)?.end('conference-ended-via-api');
  }

  /** Lets everybody in a conference hear a document. https://www.twilio.com/docs/voice/api/conference-resource#announce */
  async announce({ sid, friendlyName }: Conference, source: Source): Promise<void> {
    try {
      const { accountSid } = this.tools.ports;
      const parameters = { AccountSid: accountSid, ConferenceSid: sid, FriendlyName: friendlyName };
      for (const element of await readDocument(this.tools, source, 'announcement', parameters)) {
        const text = element.text.trim();
        const { language } = element.attributes;
        const kind = element.name === 'Say' ? 'say' : 'play';
        this.#rooms.get(friendlyName)?.announce({ kind, text, ...(language && { language }) });
      }
    } catch (error) {
      if (!(error instanceof TwimlError)) throw error;
      raiseAlert(this.tools.ports, error.code, error.message);
    }
  }
}
