/** A match of a dictionary: the value of the longest word, and where it ends (excluded). */
export interface Match<T> {
  readonly value: T;
  readonly end: number;
}

/** Words with values, looked up at a position of a text in time bounded by the longest word. */
export class Dictionary<T> {
  readonly #values = new Map<string, T>();
  /**
   * By the first unit and then the second, the lengths of the longer words that begin so, longest first: few positions of a
   * text begin like any word, and only those cost more than one look.
   */
  readonly #beginnings = new Map<number, Map<number, number[]>>();

  constructor(entries: Iterable<readonly [word: string, value: T]>) {
    for (const [word, value] of entries) this.#add(word, value);
    for (const lengths of this.#beginnings.values())
      for (const list of lengths.values()) list.sort((a, b) => b - a);
  }

  #add(word: string, value: T): void {
    if (word === '' || this.#values.has(word)) return;
    this.#values.set(word, value);
    const lengths = this.#lengthsOf(word.charCodeAt(0));
    if (word.length === 1) return;
    const list = lengths.get(word.charCodeAt(1));
    if (list === undefined) lengths.set(word.charCodeAt(1), [word.length]);
    else if (!list.includes(word.length)) list.push(word.length);
  }

  #lengthsOf(first: number): Map<number, number[]> {
    const known = this.#beginnings.get(first);
    if (known !== undefined) return known;
    const lengths = new Map<number, number[]>();
    this.#beginnings.set(first, lengths);
    return lengths;
  }

  /** The longest word that starts at `from`, if any. */
  longest(text: string, from: number): Match<T> | undefined {
    if (from >= text.length) return undefined;
    const lengths = this.#beginnings.get(text.charCodeAt(from));
    if (lengths === undefined) return undefined;
    for (const length of lengths.get(text.charCodeAt(from + 1)) ?? []) {
      const value =
        from + length <= text.length ? this.#values.get(text.slice(from, from + length)) : undefined;
      if (value !== undefined) return { value, end: from + length };
    }
    const value = this.#values.get(text.charAt(from));
    return value === undefined ? undefined : { value, end: from + 1 };
  }
}
