interface Node<T> {
  readonly next: Map<number, Node<T>>;
  value?: T;
}

/** A match of a dictionary: the value of the longest word, and where it ends (excluded). */
export interface Match<T> {
  readonly value: T;
  readonly end: number;
}

/** Words with values, looked up at a position of a text in time bounded by the longest word. */
export class Dictionary<T> {
  readonly #root: Node<T> = { next: new Map() };

  constructor(entries: Iterable<readonly [word: string, value: T]>) {
    for (const [word, value] of entries) this.#add(word, value);
  }

  #add(word: string, value: T): void {
    let node = this.#root;
    for (let at = 0; at < word.length; at += 1) {
      const code = word.charCodeAt(at);
      const next: Node<T> = node.next.get(code) ?? { next: new Map() };
      node.next.set(code, next);
      node = next;
    }
    node.value ??= value;
  }

  /** The longest word that starts at `from`, if any. */
  longest(text: string, from: number): Match<T> | undefined {
    let found: Match<T> | undefined;
    let node = this.#root.next.get(text.charCodeAt(from));
    for (let at = from + 1; node !== undefined; at += 1) {
      if (node.value !== undefined) found = { value: node.value, end: at };
      node = node.next.get(text.charCodeAt(at));
    }
    return found;
  }
}
