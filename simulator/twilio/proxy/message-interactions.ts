import { Collection, type Cursor, type Page } from '../collection';
import type { Instant, Message, Participant, Session, Sid } from '../model';
import { newSid } from '../sids';
import type { TwilioError } from '../twilio-error';
import { refusal } from './errors';

/** A text that the API sent to one participant: nobody wrote it, so it has no inbound side. */
export interface MessageInteraction {
  sid: Sid<'KI'>;
  participantSid: Sid<'KP'>;
  message: Message;
  dateCreated: Instant;
}

/** The texts sent to participants through the API. https://www.twilio.com/docs/proxy/api/sending-messages */
export class MessageInteractions {
  readonly #bySession = new Map<string, Collection<MessageInteraction>>();

  add(session: Session, participant: Participant, message: Message): MessageInteraction {
    const siblings = this.#bySession.get(session.sid) ?? new Collection<MessageInteraction>();
    this.#bySession.set(session.sid, siblings);
    const { sid: participantSid } = participant;
    return siblings.add({ sid: newSid('KI'), participantSid, message, dateCreated: message.dateCreated });
  }

  get(participant: Participant, sid: string): MessageInteraction | TwilioError {
    const found = this.#bySession.get(participant.sessionSid)?.get(sid);
    return found?.participantSid === participant.sid ? found : refusal.notFound('MessageInteraction');
  }

  page(participant: Participant, limit: number, cursor?: Cursor): Page<MessageInteraction> {
    const mine = (interaction: MessageInteraction) => interaction.participantSid === participant.sid;
    return this.#bySession.get(participant.sessionSid)?.page(limit, cursor, mine) ?? { records: [] };
  }

  deleteOf(session: Session): void {
    this.#bySession.delete(session.sid);
  }
}
