import { Collection, type Cursor, type Page } from '../collection';
import type { Clock, Interaction, Session } from '../model';
import { newSid } from '../sids';
import type { TwilioError } from '../twilio-error';
import { refusal } from './errors';
import type { InboundResource, InteractionChanges, Route } from './params';

/** The calls and messages of sessions. https://www.twilio.com/docs/proxy/api/interaction */
export class Interactions {
  readonly #bySession = new Map<string, Collection<Interaction>>();
  readonly #bySid = new Map<string, Interaction>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  start({ session, inbound }: Route, resource: InboundResource): Interaction {
    const now = this.#clock.now();
    return this.add({
      sid: newSid('KI'),
      sessionSid: session.sid,
      serviceSid: session.serviceSid,
      type: resource.type,
      data: resource.data,
      inboundParticipantSid: inbound.sid,
      inboundResourceSid: resource.sid,
      inboundResourceStatus: resource.status,
      outboundParticipantSid: null,
      outboundResourceSid: null,
      outboundResourceStatus: null,
      dateCreated: now,
      dateUpdated: now,
    });
  }

  add(interaction: Interaction): Interaction {
    const siblings = this.#bySession.get(interaction.sessionSid) ?? new Collection<Interaction>();
    this.#bySession.set(interaction.sessionSid, siblings);
    this.#bySid.set(interaction.sid, interaction);
    return siblings.add(interaction);
  }

  /** `undefined` where the interaction, or its session, was deleted meanwhile. */
  update(sid: string, changes: InteractionChanges): Interaction | undefined {
    const interaction = this.#bySid.get(sid);
    return interaction && Object.assign(interaction, changes, { dateUpdated: this.#clock.now() });
  }

  get(session: Session, sid: string): Interaction | TwilioError {
    return this.#bySession.get(session.sid)?.get(sid) ?? refusal.notFound('Interaction');
  }

  page(session: Session, limit: number, cursor?: Cursor): Page<Interaction> {
    return this.#bySession.get(session.sid)?.page(limit, cursor) ?? { records: [] };
  }

  delete(interaction: Interaction): void {
    this.#bySession.get(interaction.sessionSid)?.delete(interaction.sid);
    this.#bySid.delete(interaction.sid);
  }

  deleteOf(session: Session): void {
    for (const { sid } of this.#bySession.get(session.sid) ?? []) this.#bySid.delete(sid);
    this.#bySession.delete(session.sid);
  }
}
