import { Collection } from '../collection';
import type { Clock, Media, Message, MessageStatus } from '../model';
import { newSid } from '../sids';

/** In characters. https://www.twilio.com/docs/api/errors/21617 */
export const longestMessage = 1600;

/** What is known of a message when it is written. */
export type NewMessage = Pick<Message, 'from' | 'to' | 'body' | 'direction'> &
  Partial<Pick<Message, 'status'>> & {
    /** The types of the files that come with it, such as image/jpeg. */
    mediaTypes?: readonly string[];
  };

/** The account's messages, newest first in lists. https://www.twilio.com/docs/messaging/api/message-resource */
export class Messages {
  readonly records = new Collection<Message>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  create({ mediaTypes = [], ...message }: NewMessage): Message {
    const now = this.#clock.now();
    return this.records.add({
      sid: newSid(mediaTypes.length > 0 ? 'MM' : 'SM'),
      status: 'queued',
      media: mediaTypes.map((contentType): Media => ({ sid: newSid('ME'), contentType })),
      errorCode: null,
      dateCreated: now,
      dateUpdated: now,
      ...message,
    });
  }

  get(sid: string): Message | undefined {
    return this.records.get(sid);
  }

  updateStatus(sid: string, status: MessageStatus, errorCode: number | null = null): Message | undefined {
    const message = this.records.get(sid);
    return message && Object.assign(message, { status, errorCode, dateUpdated: this.#clock.now() });
  }
}
