import type { E164, Participant, Session } from '../model';

const key = (identifier: string, proxyIdentifier: string) => `${identifier} ${proxyIdentifier}`;

/** Participants that still belong to their session. */
export const present = (session: Session): Participant[] =>
  session.participants.filter((participant) => participant.dateDeleted === null);

/**
 * Who is reached under which proxy number: one live participant per (real number, proxy number), which is the rule
 * that makes routing by (From, To) possible, and the last one whose session ended.
 * https://www.twilio.com/docs/proxy/phone-numbers-needed
 */
export class RouteTable {
  readonly #live = new Map<string, Participant>();
  readonly #previous = new Map<string, Participant>();
  /** Sids of the live sessions on each proxy number. */
  readonly #sessions = new Map<E164, Set<string>>();

  live(identifier: string, proxyIdentifier: string): Participant | undefined {
    return this.#live.get(key(identifier, proxyIdentifier));
  }

  previous(identifier: string, proxyIdentifier: string): Participant | undefined {
    return this.#previous.get(key(identifier, proxyIdentifier));
  }

  /** How many live sessions use the number. */
  load(number: E164): number {
    return this.#sessions.get(number)?.size ?? 0;
  }

  open(participant: Participant): void {
    const { identifier, proxyIdentifier, sessionSid } = participant;
    this.#live.set(key(identifier, proxyIdentifier), participant);
    const sessions = this.#sessions.get(proxyIdentifier) ?? new Set();
    this.#sessions.set(proxyIdentifier, sessions.add(sessionSid));
  }

  /** Ends the live routes of a session and remembers them as its last. */
  close(session: Session): void {
    for (const participant of present(session)) {
      this.drop(session, participant);
      this.#previous.set(key(participant.identifier, participant.proxyIdentifier), participant);
    }
  }

  /** Ends one participant's route without remembering it. */
  drop(session: Session, participant: Participant): void {
    const { identifier, proxyIdentifier } = participant;
    if (this.live(identifier, proxyIdentifier) === participant)
      this.#live.delete(key(identifier, proxyIdentifier));
    const shared = present(session).some((other) => this.live(other.identifier, proxyIdentifier) === other);
    if (!shared) this.#sessions.get(proxyIdentifier)?.delete(session.sid);
  }

  /** Erases every trace of a deleted session. An older one on the same route stays unknown. */
  forget(session: Session): void {
    this.close(session);
    for (const participant of session.participants) {
      const { identifier, proxyIdentifier } = participant;
      if (this.previous(identifier, proxyIdentifier) === participant) {
        this.#previous.delete(key(identifier, proxyIdentifier));
      }
    }
  }
}
