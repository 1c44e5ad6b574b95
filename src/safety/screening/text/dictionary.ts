/** A match of a dictionary: the value of the longest word, and where it ends (excluded). */
export interface Match<T> {
  readonly value: T;
  readonly end: number;
}

/** Words with values, looked up at a position of a text in time bounded by the longest word. */
export class Dictionary<T> {
  readonly #values = new Map<string, T>();
  /** Per first unit, the lengths of the words that begin with it, longest first. */
  readonly #lengths = new Map<number, number[]>();

  constructor(entries: Iterable<readonly [word: string, value: T]>) {
    for (const [word, value] of entries) this.#add(word, value);
    for (const lengths of this.#lengths.values()) lengths.sort((a, b) => b - a);
  }

  #add(word: string, value: T): void {
    if (this.#values.has(word)) return;
    this.#values.set(word, value);
    const lengths = this.#lengths.get(word.charCodeAt(0));
    if (lengths === undefined) this.#lengths.set(word.charCodeAt(0), [word.length]);
    else if (!lengths.includes(word.length)) lengths.push(word.length);
  }

  /** The longest word that starts at `from`, if any. */
  longest(text: string, from: number): Match<T> | undefined {
    for (const length of this.#lengths.get(text.charCodeAt(from)) ?? []) {
      const value = this.#values.get(text.slice(from, from + length));
      if (value !== undefined && from + length <= text.length) return { value, end: from + length };
    }
    return undefined;
  }
}
