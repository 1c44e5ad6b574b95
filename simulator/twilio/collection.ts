/** One page of a list, newest record first, and the positions from which the neighbouring pages start. */
export interface Page<T> {
  records: T[];
  /** Pass as `after` for the next page; absent on the last one. */
  next?: number;
}

/** Records by sid in the order of their creation. A page is found by position, so deletions never shift the next one. */
export class Collection<T extends { sid: string }> {
  readonly #entries = new Map<string, { position: number; record: T }>();
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

  /** @param after position of the last record already seen; absent for the first page. */
  page(limit: number, after = this.#position, wanted: (record: T) => boolean = () => true): Page<T> {
    const rest = [...this.#entries.values()]
      .filter(({ position, record }) => position < after && wanted(record))
      .reverse();
    const shown = rest.slice(0, limit);
    const last = shown.at(-1);
    const records = shown.map(({ record }) => record);
    return last && rest.length > limit ? { records, next: last.position } : { records };
  }
}
