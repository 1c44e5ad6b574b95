import { Collection, type Cursor, type Page } from '../collection';
import type { Session } from '../model';

/** The sessions of every service, found by sid and by unique name. */
export class SessionStore {
  readonly #byService = new Map<string, Collection<Session>>();
  readonly #bySid = new Map<string, Session>();
  readonly #byName = new Map<string, Session>();

  add(session: Session): void {
    const siblings = this.#byService.get(session.serviceSid) ?? new Collection<Session>();
    this.#byService.set(session.serviceSid, siblings);
    siblings.add(session);
    this.#bySid.set(session.sid, session);
    this.#byName.set(nameKey(session.serviceSid, session.uniqueName), session);
  }

  remove(session: Session): void {
    this.#byService.get(session.serviceSid)?.delete(session.sid);
    this.#bySid.delete(session.sid);
    this.#byName.delete(nameKey(session.serviceSid, session.uniqueName));
  }

  bySid(sid: string): Session | undefined {
    return this.#bySid.get(sid);
  }

  byUniqueName(serviceSid: string, uniqueName: string): Session | undefined {
    return this.#byName.get(nameKey(serviceSid, uniqueName));
  }

  of(serviceSid: string): Session[] {
    return [...(this.#byService.get(serviceSid) ?? [])];
  }

  page(serviceSid: string, limit: number, cursor?: Cursor): Page<Session> {
    return this.#byService.get(serviceSid)?.page(limit, cursor) ?? { records: [] };
  }
}

const nameKey = (serviceSid: string, uniqueName: string) => `${serviceSid} ${uniqueName}`;
