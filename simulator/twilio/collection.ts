/** Where a page begins: right after, or right before, a record already seen. Neither is the first page. */
export interface Cursor {
  after?: number;
  before?: number;
}

/** One page of a list, newest record first, and where its neighbours begin; a neighbour that is absent does not exist. */
export interface Page<T> {
  records: T[];
  next?: Cursor;
  previous?: Cursor;
}

interface Entry<T> {
  position: number;
  record: T;
}

/** Records by sid in the order of their creation. A page is found by position, so deletions never shift the next one. */
export class Collection<T extends { sid: string }> {
  readonly #entries = new Map<string, Entry<T>>();
  #position = 0;

  get size(): number {
    return this.#entries.size;
  }

  add(record: T): T {
    this.#entries.set(record.sid, { position: this.#position++, record });
    return record;
  }

  get(sid: string): T | undefined {
    return this.#entries.get(sid)?.record;
  }

  delete(sid: string): boolean {
    return this.#entries.delete(sid);
  }

  *[Symbol.iterator](): IterableIterator<T> {
    for (const { record } of this.#entries.values()) yield record;
  }

  page(limit: number, cursor: Cursor = {}, wanted: (record: T) => boolean = () => true): Page<T> {
    const all = [...this.#entries.values()].filter(({ record }) => wanted(record)).reverse();
    const start = startOf(all, limit, cursor);
    const shown = all.slice(start, start + limit);
    const [first, last] = [shown.at(0), shown.at(-1)];
    return {
      records: shown.map(({ record }) => record),
      ...(last && start + limit < all.length && { next: { after: last.position } }),
      ...(first && start > 0 && { previous: { before: first.position } }),
    };
  }
}

/** The index of a page's first entry in a list that runs from the newest to the oldest. */
function startOf<T>(all: readonly Entry<T>[], limit: number, { after, before }: Cursor): number {
  if (before !== undefined)
    return Math.max(0, all.filter(({ position }) => position > before).length - limit);
  return after === undefined ? 0 : all.filter(({ position }) => position >= after).length;
}
