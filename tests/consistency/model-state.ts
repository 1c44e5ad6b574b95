import { Blocks } from './model-blocks';

/** What is known of a pair: nobody rings, the partner rings for certain, or either is right. */
export type Line =
  | { readonly kind: 'silent' }
  | {
      readonly kind: 'live';
      /** Who opened the session, where that is certain. */
      readonly opener: number | undefined;
      /** What each side was told to dial. */
      readonly tels: ReadonlyMap<number, string>;
      readonly untilMs: number;
    }
  /** Something failed half-way; nothing of it outlives `untilMs`. */
  | { readonly kind: 'maybe'; readonly untilMs: number }
  /** Proxy ended the session and nobody here can know yet. */
  | { readonly kind: 'stale'; readonly untilMs: number };

const SILENT: Line = { kind: 'silent' };
const TTL_MS = 3_600_000;
/** Twilio keeps whole seconds. */
const SLACK_MS = 2_000;
/** A reservation, and the search for what became of it. */
const TROUBLE_MS = 13_000;

/** Who may reach whom, after everything that happened: the small truth that the service is held against. */
export class Model {
  readonly blocks = new Blocks();
  readonly #lines = new Map<string, Line>();
  /** To whom a number that a phone was told to dial leads, and how many connects had been asked for by then. */
  readonly #promises = new Map<string, { user: number; tel: string; partner: number; order: number }>();
  readonly #attempts = new Map<string, number>();
  #order = 0;
  #troubleMs = Number.NEGATIVE_INFINITY;

  constructor(
    readonly people: number,
    private readonly now: () => number,
  ) {}

  /** Whether nothing failed lately, so that every request must succeed. */
  get isCalm(): boolean {
    return this.now() - this.#troubleMs > TROUBLE_MS;
  }

  get promises(): readonly { user: number; tel: string; partner: number; order: number }[] {
    return [...this.#promises.values()];
  }

  line(one: number, other: number): Line {
    const line = this.#lines.get(pairOf(one, other)) ?? SILENT;
    if (line.kind === 'silent' || this.now() < line.untilMs - SLACK_MS) return line;
    if (this.now() > line.untilMs + SLACK_MS) return SILENT;
    return line.kind === 'live' ? { kind: 'maybe', untilMs: line.untilMs } : line;
  }

  /** Whether the user asked for this partner, or the partner for the user, after the promise was made. */
  askedSince(order: number, user: number, partner: number): boolean {
    return (this.#attempts.get(pairOf(user, partner)) ?? 0) > order;
  }

  /** Before a connect: what it may end, whatever becomes of it. */
  attempt(caller: number, callee: number): void {
    this.#attempts.set(pairOf(caller, callee), ++this.#order);
  }

  connected(caller: number, callee: number, tel: string, untilMs: number): void {
    const before = this.line(caller, callee);
    this.#promises.set(`${caller} ${tel}`, { user: caller, tel, partner: callee, order: this.#order });
    if (before.kind === 'stale') {
      this.#endOthers(caller, callee, false);
      this.#set(caller, callee, { kind: 'stale', untilMs });
      return;
    }
    const wasLive = before.kind === 'live';
    if (!wasLive) this.#endOthers(caller, callee, before.kind === 'silent');
    const opener = wasLive ? before.opener : before.kind === 'silent' ? caller : undefined;
    const tels = new Map([...(wasLive ? before.tels : []), [caller, tel]]);
    this.#set(caller, callee, { kind: 'live', opener, tels, untilMs });
  }

  /** The connect failed, or ended without a word. */
  notConnected(caller: number, callee: number): void {
    this.#troubleMs = this.now();
    const before = this.line(caller, callee);
    const untilMs = this.now() + TTL_MS;
    if (before.kind === 'live') this.#set(caller, callee, { kind: 'maybe', untilMs });
    else if (before.kind !== 'stale') this.#set(caller, callee, { kind: 'maybe', untilMs });
    if (before.kind !== 'live') this.#endOthers(caller, callee, false);
  }

  /** What went wrong beside the request may have to be repaired by a later one. */
  trouble(): void {
    this.#troubleMs = this.now();
  }

  cleanedUp(user: number): void {
    for (const other of this.#others(user)) this.#set(user, other, SILENT);
  }

  notCleanedUp(user: number): void {
    this.#troubleMs = this.now();
    for (const other of this.#others(user)) this.#doubt(user, other);
  }

  /** One of the two has blocked the other. */
  blocked(by: number, of: number): void {
    this.blocks.made(by, of);
    this.#set(by, of, SILENT);
  }

  /** Whether the block was made or taken back nobody knows. */
  blockInDoubt(by: number, of: number): void {
    this.#troubleMs = this.now();
    this.blocks.inDoubt(by, of);
    this.#doubt(by, of);
  }

  /** Proxy closed the session of a pair by itself. */
  closedByProxy(one: number, other: number): void {
    const line = this.line(one, other);
    if (line.kind !== 'silent') this.#set(one, other, { kind: 'stale', untilMs: line.untilMs });
  }

  /** A caller found no session at Twilio: the service knows now as well. */
  found(one: number, other: number): void {
    const line = this.line(one, other);
    if (line.kind === 'stale') this.#set(one, other, { kind: 'maybe', untilMs: line.untilMs });
  }

  /** One session a user: a connect with another partner ends what the caller opened before, certainly where it opened a session. */
  #endOthers(caller: number, callee: number, isCertain: boolean): void {
    for (const other of this.#others(caller)) {
      const line = this.line(caller, other);
      if (other === callee || line.kind !== 'live' || (line.opener ?? caller) !== caller) continue;
      if (isCertain && line.opener === caller) this.#set(caller, other, SILENT);
      else this.#doubt(caller, other);
    }
  }

  #doubt(one: number, other: number): void {
    const line = this.line(one, other);
    if (line.kind === 'live') this.#set(one, other, { kind: 'maybe', untilMs: line.untilMs });
  }

  #others(user: number): number[] {
    return Array.from({ length: this.people }, (_, index) => index).filter((index) => index !== user);
  }

  #set(one: number, other: number, line: Line): void {
    this.#lines.set(pairOf(one, other), line);
  }
}

function pairOf(one: number, other: number): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}
