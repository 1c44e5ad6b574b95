import type { LogEntry } from './model';

/** A log entry with its number, which only grows. */
export type NumberedEntry = LogEntry & { id: number };

/** What to look for; an absent condition holds for every entry. */
export interface LogQuery {
  kind?: LogEntry['kind'] | undefined;
  /** Entries with a greater id. */
  since?: number | undefined;
  method?: string | undefined;
  /** The target contains this text or matches this expression. */
  target?: string | RegExp | undefined;
}

/** What the simulator answered and sent, in order; the oldest entries give way to new ones. */
export class Log {
  readonly #capacity: number;
  readonly #entries: NumberedEntry[] = [];
  readonly #listeners = new Set<(entry: NumberedEntry) => void>();
  #lastId = 0;

  /** @param options.capacity entries kept, 10,000 by default. */
  constructor(options: { capacity?: number } = {}) {
    this.#capacity = options.capacity ?? 10_000;
  }

  /** The id of the newest entry, 0 where there is none: `entries({ since: log.lastId })` is what comes later. */
  get lastId(): number {
    return this.#lastId;
  }

  add(entry: LogEntry): NumberedEntry {
    const numbered = { ...entry, id: ++this.#lastId };
    // A ring: entry n is at (n - 1) modulo capacity.
    this.#entries[(numbered.id - 1) % this.#capacity] = numbered;
    for (const listener of this.#listeners) listener(numbered);
    return numbered;
  }

  entries(query: LogQuery = {}): NumberedEntry[] {
    const found: NumberedEntry[] = [];
    const oldest = Math.max(query.since ?? 0, this.#lastId - this.#capacity);
    for (let id = oldest + 1; id <= this.#lastId; id++) {
      const entry = this.#entries[(id - 1) % this.#capacity];
      if (entry && matches(entry, query)) found.push(entry);
    }
    return found;
  }

  count(query: LogQuery = {}): number {
    return this.entries(query).length;
  }

  /** Hears every later entry; the returned function ends that. */
  subscribe(listener: (entry: NumberedEntry) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

function matches(entry: LogEntry, { kind, method, target }: LogQuery): boolean {
  if (kind && entry.kind !== kind) return false;
  if (method && entry.method !== method) return false;
  if (target instanceof RegExp) return target.test(entry.target);
  return target === undefined || entry.target.includes(target);
}
