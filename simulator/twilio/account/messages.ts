import { Collection } from '../collection';
import type { Clock, Message, MessageStatus } from '../model';
import { newSid } from '../sids';

/** What is known of a message when it is written. */
export type NewMessage = Pick<Message, 'from' | 'to' | 'body' | 'direction'> &
  Partial<Pick<Message, 'status'>>;

/** The account's messages, newest first in lists. https://www.twilio.com/docs/messaging/api/message-resource */
export class Messages {
  readonly records = new Collection<Message>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  create(message: NewMessage): Message {
    const now = this.#clock.now();
    return this.records.add({
      sid: newSid('SM'),
      status: 'queued',
      dateCreated: now,
      dateUpdated: now,
      ...message,
    });
  }

  get(sid: string): Message | undefined {
    return this.records.get(sid);
  }

  updateStatus(sid: string, status: MessageStatus): Message | undefined {
    const message = this.records.get(sid);
    return message && Object.assign(message, { status, dateUpdated: this.#clock.now() });
  }
}
