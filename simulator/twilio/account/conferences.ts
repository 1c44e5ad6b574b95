import { Collection } from '../collection';
import type { Clock, Conference, ConferenceParticipant } from '../model';
import { newSid } from '../sids';

/** The account's conferences, newest first in lists. https://www.twilio.com/docs/voice/api/conference-resource */
export class Conferences {
  readonly records = new Collection<Conference>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  create(friendlyName: string): Conference {
    const now = this.#clock.now();
    return this.records.add({
      sid: newSid('CF'),
      friendlyName,
      status: 'init',
      reasonEnded: null,
      callSidEnding: null,
      participants: [],
      dateCreated: now,
      dateUpdated: now,
    });
  }

  get(sid: string): Conference | undefined {
    return this.records.get(sid);
  }

  update(conference: Conference, changes: Partial<Omit<Conference, 'sid' | 'dateCreated'>>): Conference {
    return Object.assign(conference, changes, { dateUpdated: this.#clock.now() });
  }

  /** Adds somebody who has just come in. */
  admit(
    conference: Conference,
    participant: Omit<ConferenceParticipant, 'dateCreated'>,
  ): ConferenceParticipant {
    const record = { ...participant, dateCreated: this.#clock.now() };
    this.update(conference, { participants: [...conference.participants, record] });
    return record;
  }

  dismiss(conference: Conference, callSid: string): void {
    const participants = conference.participants.filter((participant) => participant.callSid !== callSid);
    this.update(conference, { participants });
  }
}
