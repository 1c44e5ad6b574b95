import { isValidPhoneNumber } from 'libphonenumber-js';
import { Collection, type Cursor, type Page } from '../collection';
import type { Clock, E164, Participant, ProxyService, Session } from '../model';
import { newSid } from '../sids';
import { TwilioError } from '../twilio-error';
import { refusal } from './errors';
import type { AssignedNumber, ParticipantParams } from './params';
import { present, type RouteTable } from './routes';
import type { NumberSelection } from './selection';

/** https://www.twilio.com/docs/api/errors/80609 */
const PARTICIPANTS_PER_SESSION = 2;

/** A participant that may join: everything is checked, nothing is stored. */
interface Planned {
  params: ParticipantParams;
  identifier: E164;
  number: AssignedNumber;
}

/** The participants of sessions. https://www.twilio.com/docs/proxy/api/participant */
export class Participants {
  readonly #clock: Clock;
  readonly #selection: NumberSelection;
  readonly #routes: RouteTable;

  constructor(clock: Clock, selection: NumberSelection, routes: RouteTable) {
    this.#clock = clock;
    this.#selection = selection;
    this.#routes = routes;
  }

  add(service: ProxyService, session: Session, params: ParticipantParams): Participant | TwilioError {
    const plan = this.#planOne(service, session, params, []);
    return plan instanceof TwilioError ? plan : this.#join(session, plan);
  }

  /** Adds all of them or none. */
  addAll(
    service: ProxyService,
    session: Session,
    added: readonly ParticipantParams[],
  ): Participant[] | TwilioError {
    const planned = this.#plan(service, session, added);
    return planned instanceof TwilioError ? planned : planned.map((plan) => this.#join(session, plan));
  }

  /** The session's participants, removed ones too. */
  page(session: Session, limit: number, cursor: Cursor): Page<Participant> {
    const records = new Collection<Participant>();
    for (const participant of session.participants) records.add(participant);
    return records.page(limit, cursor);
  }

  get(session: Session, sid: string): Participant | TwilioError {
    // A removed participant is still listed with its date_deleted: https://www.twilio.com/docs/api/errors/80614
    return (
      session.participants.find((participant) => participant.sid === sid) ?? refusal.notFound('Participant')
    );
  }

  /** Marks a participant as removed; it stays readable and can never come back. */
  remove(session: Session, sid: string): TwilioError | undefined {
    const participant = this.get(session, sid);
    if (participant instanceof TwilioError) return participant;
    if (participant.dateDeleted !== null) return refusal.notFound('Participant');
    participant.dateDeleted = participant.dateUpdated = this.#clock.now();
    this.#routes.drop(session, participant);
    return undefined;
  }

  #plan(
    service: ProxyService,
    session: Session,
    added: readonly ParticipantParams[],
  ): Planned[] | TwilioError {
    const plans: Planned[] = [];
    // The pinned ones first: the number of a pinned participant goes to an unpinned one too.
    for (const params of [...added].sort((a, b) => Number(isPinned(b)) - Number(isPinned(a)))) {
      const plan = this.#planOne(service, session, params, plans);
      if (plan instanceof TwilioError) return plan;
      plans.push(plan);
    }
    return plans.sort((a, b) => added.indexOf(a.params) - added.indexOf(b.params));
  }

  #planOne(
    service: ProxyService,
    session: Session,
    params: ParticipantParams,
    plans: readonly Planned[],
  ): Planned | TwilioError {
    const refused = refuseIdentifier(session, params, plans);
    if (refused) return refused;
    const { identifier } = params;
    if (!isReachable(identifier)) return refusal.identifierUnreachable();
    const partners = plans[0]?.number ?? numberOf(present(session)[0]);
    const number = this.#selection.select({ service, mode: session.mode, params, partners });
    return number instanceof TwilioError ? number : { params, identifier, number };
  }

  #join(session: Session, { params, identifier, number }: Planned): Participant {
    const now = this.#clock.now();
    const participant: Participant = {
      sid: newSid('KP'),
      sessionSid: session.sid,
      identifier,
      friendlyName: params.friendlyName ?? null,
      proxyIdentifier: number.phoneNumber,
      proxyIdentifierSid: number.sid,
      dateCreated: now,
      dateUpdated: now,
      dateDeleted: null,
    };
    session.participants.push(participant);
    if (session.status !== 'closed') this.#routes.open(participant);
    return participant;
  }
}

const isPinned = (params: ParticipantParams): boolean =>
  Boolean(params.proxyIdentifier || params.proxyIdentifierSid);

const isReachable = (text: string): text is E164 =>
  /^\+[1-9]\d{6,14}$/.test(text) && isValidPhoneNumber(text);

const numberOf = (participant: Participant | undefined): AssignedNumber | undefined =>
  participant && { sid: participant.proxyIdentifierSid, phoneNumber: participant.proxyIdentifier };

function refuseIdentifier(
  session: Session,
  { identifier, friendlyName = '' }: ParticipantParams,
  plans: readonly Planned[],
): TwilioError | undefined {
  const now = present(session);
  if (friendlyName.length > 255) return refusal.invalid('FriendlyName');
  if (now.length + plans.length >= PARTICIPANTS_PER_SESSION) return refusal.tooManyParticipants();
  if ([...now, ...plans].some((other) => other.identifier === identifier)) return refusal.alreadyInSession();
  const removed = session.participants.some((other) => other.identifier === identifier);
  return removed ? refusal.participantRemoved() : undefined;
}
