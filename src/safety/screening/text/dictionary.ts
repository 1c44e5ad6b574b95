/** A match of a dictionary: the value of the longest word, and where it ends (excluded). */
export interface Match<T> {
  readonly value: T;
  readonly end: number;
}

/** The words that begin with the same two units. */
interface Beginning {
  /** Lengths of those that are longer than that, longest first. */
  readonly lengths: number[];
  /** A bit for what the third unit of a longer word ends in: most texts that begin like a word go on unlike any. */
  thirds: number;
}

const bitOf = (unit: number): number => 1 << (unit & 31);

/** Words with values, looked up at a position of a text in time bounded by the longest word. */
export class Dictionary<T> {
  readonly #values = new Map<string, T>();
  /** By the first unit and then the second: few positions of a text begin like any word, and only those cost more than one look. */
  readonly #beginnings = new Map<number, Map<number, Beginning>>();

  constructor(entries: Iterable<readonly [word: string, value: T]>) {
    for (const [word, value] of entries) this.#add(word, value);
    for (const beginnings of this.#beginnings.values())
      for (const { lengths } of beginnings.values()) lengths.sort((a, b) => b - a);
  }

  #add(word: string, value: T): void {
    if (word === '' || this.#values.has(word)) return;
    this.#values.set(word, value);
    const first = word.charCodeAt(0);
    const seconds = this.#beginnings.get(first) ?? new Map<number, Beginning>();
    this.#beginnings.set(first, seconds);
    if (word.length === 1) return;
    const beginning = seconds.get(word.charCodeAt(1)) ?? { lengths: [], thirds: 0 };
    seconds.set(word.charCodeAt(1), beginning);
    if (word.length === 2) return;
    beginning.thirds |= bitOf(word.charCodeAt(2));
    if (!beginning.lengths.includes(word.length)) beginning.lengths.push(word.length);
  }

  /** The longest word that starts at `from`, if any. */
  longest(text: string, from: number): Match<T> | undefined {
    const seconds = this.#beginnings.get(text.charCodeAt(from));
    if (seconds === undefined) return undefined;
    const beginning = seconds.get(text.charCodeAt(from + 1));
    if (beginning === undefined) return this.#match(text, from, 1);
    if ((beginning.thirds & bitOf(text.charCodeAt(from + 2))) !== 0) {
      for (const length of beginning.lengths) {
        const match = this.#match(text, from, length);
        if (match !== undefined) return match;
      }
    }
    return this.#match(text, from, 2) ?? this.#match(text, from, 1);
  }

  #match(text: string, from: number, length: number): Match<T> | undefined {
    const end = from + length;
    const value = end <= text.length ? this.#values.get(text.slice(from, end)) : undefined;
    return value === undefined ? undefined : { value, end };
  }
}
