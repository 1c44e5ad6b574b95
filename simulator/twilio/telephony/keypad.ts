/** Carries pressed keys to whoever listens at that moment; keys pressed while nobody listens are lost. */
export class Keypad {
  readonly #listeners = new Set<(key: string) => void>();

  press(keys: string): void {
    for (const key of keys) {
      for (const listener of [...this.#listeners]) listener(key);
    }
  }

  /** The returned function ends the listening. */
  onKey(listener: (key: string) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}
