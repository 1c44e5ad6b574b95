import type { Cursor, Page } from '../collection';
import type { Clock, ProxyService, Session, SessionStatus } from '../model';
import { TwilioError } from '../twilio-error';
import { refusal } from './errors';
import type { SessionChanges, SessionParams } from './params';
import type { Participants } from './participants';
import { present, type RouteTable } from './routes';
import { UNIQUE_NAME_LENGTH } from './services';
import { expiryOf, isStatusChange, newSession, RETENTION_SECONDS } from './session-rules';
import { SessionStore } from './session-store';

/** The sessions of every service: their life, their names, their routes. */
export class Sessions {
  readonly #store = new SessionStore();
  /** What ends each session's present state: expiry while it lives, retention once it is closed. */
  readonly #deadlines = new Map<string, () => void>();
  readonly #clock: Clock;
  readonly #routes: RouteTable;
  readonly #participants: Participants;
  readonly #onDelete: (session: Session) => void;

  constructor(options: {
    clock: Clock;
    routes: RouteTable;
    participants: Participants;
    onDelete: (session: Session) => void;
  }) {
    this.#clock = options.clock;
    this.#routes = options.routes;
    this.#participants = options.participants;
    this.#onDelete = options.onDelete;
  }

  find(sid: string): Session | undefined {
    const session = this.#store.bySid(sid);
    if (session && this.#isOver(session)) this.#end(session, 'expired');
    return session;
  }

  get(serviceSid: string, sid: string): Session | TwilioError {
    const session = this.find(sid);
    return session?.serviceSid === serviceSid ? session : refusal.notFound('Session');
  }

  byUniqueName(serviceSid: string, uniqueName: string): Session | undefined {
    const session = this.#store.byUniqueName(serviceSid, uniqueName);
    return session && this.find(session.sid);
  }

  page(serviceSid: string, limit: number, cursor?: Cursor): Page<Session> {
    return this.#store.page(serviceSid, limit, cursor);
  }

  create(service: ProxyService, params: SessionParams): Session | TwilioError {
    const uniqueName = params.uniqueName;
    if (uniqueName !== undefined && uniqueName.length > UNIQUE_NAME_LENGTH)
      return refusal.invalid('UniqueName');
    if (uniqueName && this.byUniqueName(service.sid, uniqueName)) return refusal.uniqueNameTaken();
    const session = newSession(service, params, this.#clock.now());
    const joined = this.#participants.addAll(service, session, params.participants ?? []);
    if (joined instanceof TwilioError) return joined;
    this.#store.add(session);
    this.#arm(session);
    return session;
  }

  /** Only a live session can be changed; a closed one can only be opened again. */
  update(session: Session, changes: SessionChanges): Session | TwilioError {
    const { status, ttl = session.ttl, dateExpiry = session.dateExpiry } = changes;
    const refused = this.#refuseStatus(session, status);
    if (refused) return refused;
    Object.assign(session, { ttl, dateExpiry, dateUpdated: this.#clock.now() });
    if (status === 'closed') this.#end(session, 'api');
    else if (status) this.#reopen(session, status);
    else this.#arm(session);
    return session;
  }

  /** A participant used the session: it is in progress and its Ttl starts anew. One that ended meanwhile stays ended. */
  touch(session: Session): void {
    if (session.status === 'closed' || !this.#store.bySid(session.sid)) return;
    const now = this.#clock.now();
    session.status = 'in-progress';
    session.dateStarted ??= now;
    session.dateLastInteraction = session.dateUpdated = now;
    this.#arm(session);
  }

  delete(session: Session): void {
    this.#disarm(session);
    this.#routes.forget(session);
    this.#store.remove(session);
    this.#onDelete(session);
  }

  deleteAll(serviceSid: string): void {
    for (const session of this.#store.of(serviceSid)) this.delete(session);
  }

  #refuseStatus(session: Session, status: SessionStatus | undefined): TwilioError | undefined {
    if (!status) return session.status === 'closed' ? refusal.sessionClosed() : undefined;
    if (!isStatusChange(session.status, status)) return refusal.statusInvalid(session.status, status);
    const taken = present(session).some((participant) => {
      const holder = this.#routes.live(participant.identifier, participant.proxyIdentifier);
      return holder !== undefined && holder !== participant;
    });
    return taken ? refusal.proxyIdentifierInUse() : undefined;
  }

  #reopen(session: Session, status: SessionStatus): void {
    Object.assign(session, { status, closedReason: null, dateEnded: null });
    for (const participant of present(session)) this.#routes.open(participant);
    this.#arm(session);
  }

  #end(session: Session, closedReason: string): void {
    this.#routes.close(session);
    const now = this.#clock.now();
    Object.assign(session, { status: 'closed', closedReason, dateEnded: now, dateUpdated: now });
    this.#arm(session);
  }

  #isOver(session: Session): boolean {
    const expiry = expiryOf(session);
    return session.status !== 'closed' && expiry !== null && expiry <= this.#clock.now();
  }

  /** Sets the timer of the session's present state. Opening a session again does not start its Ttl anew. */
  #arm(session: Session): void {
    this.#disarm(session);
    const closed = session.status === 'closed';
    const due = closed ? this.#clock.now() + RETENTION_SECONDS * 1000 : expiryOf(session);
    if (due === null) return;
    const seconds = Math.max(0, due - this.#clock.now()) / 1000;
    const action = closed ? () => this.delete(session) : () => this.#end(session, 'expired');
    this.#deadlines.set(session.sid, this.#clock.after(seconds, action));
  }

  #disarm(session: Session): void {
    this.#deadlines.get(session.sid)?.();
    this.#deadlines.delete(session.sid);
  }
}
