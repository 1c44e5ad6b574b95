/** A match of a dictionary: the value of the longest word, and where it ends (excluded). */
export interface Match<T> {
  readonly value: T;
  readonly end: number;
}

/** The first two units of a word at a position as one number; few positions of a text begin like any word. */
function beginning(text: string, from: number): number {
  return text.charCodeAt(from) * 0x10000 + text.charCodeAt(from + 1);
}

/** Words with values, looked up at a position of a text in time bounded by the longest word. */
export class Dictionary<T> {
  readonly #values = new Map<string, T>();
  /** Per first two units, the lengths of the longer words that begin with them, longest first. */
  readonly #lengths = new Map<number, number[]>();

  constructor(entries: Iterable<readonly [word: string, value: T]>) {
    for (const [word, value] of entries) this.#add(word, value);
    for (const lengths of this.#lengths.values()) lengths.sort((a, b) => b - a);
  }

  #add(word: string, value: T): void {
    if (this.#values.has(word)) return;
    this.#values.set(word, value);
    if (word.length < 2) return;
    const lengths = this.#lengths.get(beginning(word, 0));
    if (lengths === undefined) this.#lengths.set(beginning(word, 0), [word.length]);
    else if (!lengths.includes(word.length)) lengths.push(word.length);
  }

  /** The longest word that starts at `from`, if any. */
  longest(text: string, from: number): Match<T> | undefined {
    if (from >= text.length) return undefined;
    for (const length of this.#lengths.get(beginning(text, from)) ?? []) {
      const value =
        from + length <= text.length ? this.#values.get(text.slice(from, from + length)) : undefined;
      if (value !== undefined) return { value, end: from + length };
    }
    const value = this.#values.get(text.charAt(from));
    return value === undefined ? undefined : { value, end: from + 1 };
  }
}
