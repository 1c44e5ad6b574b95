import type { AccountNumbers } from '../account/numbers';
import type { Clock, E164, Interaction, Participant, ProxyNumber, ProxyService, Session } from '../model';
import { TwilioError } from '../twilio-error';
import { refusal } from './errors';
import { Interactions } from './interactions';
import { MessageInteractions } from './message-interactions';
import { NumberPool } from './numbers';
import type {
  InboundResource,
  InteractionChanges,
  ParticipantParams,
  Route,
  SessionChanges,
  SessionParams,
} from './params';
import { Participants } from './participants';
import { present, RouteTable } from './routes';
import { NumberSelection } from './selection';
import { Services } from './services';
import { Sessions } from './sessions';

/** Twilio Proxy in memory: services, numbers, sessions, participants, interactions and the rules between them. */
export class ProxyDomain {
  readonly services: Services;
  readonly numbers: NumberPool;
  readonly sessions: Sessions;
  readonly participants: Participants;
  readonly interactions: Interactions;
  readonly messageInteractions = new MessageInteractions();
  readonly #routes = new RouteTable();

  constructor({ clock, accountNumbers }: { clock: Clock; accountNumbers: AccountNumbers }) {
    this.services = new Services(clock);
    this.numbers = new NumberPool(clock, accountNumbers);
    this.interactions = new Interactions(clock);
    const selection = new NumberSelection(this.numbers, this.#routes);
    this.participants = new Participants(clock, selection, this.#routes);
    this.sessions = new Sessions({
      clock,
      routes: this.#routes,
      participants: this.participants,
      onDelete: (session) => {
        this.interactions.deleteOf(session);
        this.messageInteractions.deleteOf(session);
      },
    });
  }

  /** The service that a proxy number belongs to; a number belongs to one at most. */
  serviceOfNumber(number: E164): ProxyService | undefined {
    const serviceSid = this.numbers.find(number)?.serviceSid;
    return serviceSid && this.services.records.get(serviceSid);
  }

  /** The live session in which `from` dials `to`, if both participants are there. */
  route(from: string, to: E164): Route | undefined {
    const inbound = this.#routes.live(from, to);
    const route = inbound && this.#routeOf(inbound);
    return route?.session.status === 'closed' ? undefined : route;
  }

  /** The session in which `from` last dialled `to`, closed or expired. A deleted session is unknown. */
  previous(from: string, to: E164): Route | undefined {
    const inbound = this.#routes.previous(from, to);
    return inbound && this.#routeOf(inbound);
  }

  /** Records a call or message in a session, which thereby is in progress and lives on for another Ttl. */
  startInteraction(route: Route, resource: InboundResource): Interaction {
    this.sessions.touch(route.session);
    return this.interactions.start(route, resource);
  }

  /** @returns the changed interaction, or `undefined` where it was deleted meanwhile. */
  updateInteraction(sid: string, changes: InteractionChanges): Interaction | undefined {
    return this.interactions.update(sid, changes);
  }

  createSession(serviceSid: string, params: SessionParams): Session | TwilioError {
    const service = this.services.get(serviceSid);
    return service instanceof TwilioError ? service : this.sessions.create(service, params);
  }

  /** Checks that an update names a session, then applies it. */
  updateSession(serviceSid: string, sid: string, changes: SessionChanges): Session | TwilioError {
    const session = this.sessions.get(serviceSid, sid);
    return session instanceof TwilioError ? session : this.sessions.update(session, changes);
  }

  addParticipant(
    serviceSid: string,
    sessionSid: string,
    params: ParticipantParams,
  ): { session: Session; participant: Participant } | TwilioError {
    const service = this.services.get(serviceSid);
    if (service instanceof TwilioError) return service;
    const session = this.sessions.get(service.sid, sessionSid);
    if (session instanceof TwilioError) return session;
    if (session.status === 'closed') return refusal.sessionClosed();
    const participant = this.participants.add(service, session, params);
    return participant instanceof TwilioError ? participant : { session, participant };
  }

  /** Takes a number out of its service, unless a live session needs it. */
  removeNumber(serviceSid: string, sid: string): TwilioError | undefined {
    const number = this.numbers.get(serviceSid, sid);
    if (number instanceof TwilioError) return number;
    if (this.inUse(number) > 0) return refusal.numberInUse();
    this.numbers.remove(number);
    return undefined;
  }

  /** How many live sessions use the number. */
  inUse(number: ProxyNumber): number {
    return this.#routes.load(number.phoneNumber);
  }

  /** Deletes a service with its sessions and gives its numbers back to the account. */
  deleteService(serviceSid: string): TwilioError | undefined {
    const service = this.services.get(serviceSid);
    if (service instanceof TwilioError) return service;
    this.sessions.deleteAll(service.sid);
    this.numbers.removeService(service.sid);
    this.services.delete(service);
    return undefined;
  }

  #routeOf(inbound: Participant): Route | undefined {
    const session = this.sessions.find(inbound.sessionSid);
    const outbound = session && present(session).find((participant) => participant !== inbound);
    return session && outbound && { session, inbound, outbound };
  }
}
