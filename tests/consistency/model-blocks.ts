/** Who has blocked whom, as far as that is certain: what a connect is answered may tell more. */
export class Blocks {
  readonly #known = new Map<string, 'made' | 'perhaps'>();

  made(by: number, of: number): void {
    this.#known.set(`${by} ${of}`, 'made');
  }

  takenBack(by: number, of: number): void {
    this.#known.delete(`${by} ${of}`);
  }

  /** The request failed half-way. */
  inDoubt(by: number, of: number): void {
    this.#known.set(`${by} ${of}`, 'perhaps');
  }

  /** Nothing may pass between the two. */
  isBetween(one: number, other: number): boolean {
    return this.#has(one, other) || this.#has(other, one);
  }

  /**
   * Whether a block answered this connect; what the answer proves is certain from now on.
   * @throws Error where the answer is not that of the blocks there are.
   */
  stopped(caller: number, callee: number, outcome: string): boolean {
    const isOwn = outcome === 'blocked';
    if (isOwn) this.#prove(caller, callee, outcome);
    else if (this.#has(caller, callee)) throw new Error(`a blocked partner was answered ${outcome}`);
    else this.takenBack(caller, callee);
    if (isOwn) return true;
    const isTheirs = outcome === 'unreachable_number';
    if (isTheirs) this.#prove(callee, caller, outcome);
    else if (this.#has(callee, caller)) throw new Error(`a blocked caller was answered ${outcome}`);
    else this.takenBack(callee, caller);
    return isTheirs;
  }

  #prove(by: number, of: number, outcome: string): void {
    if (!this.#known.has(`${by} ${of}`)) throw new Error(`nobody blocked, and the answer was ${outcome}`);
    this.made(by, of);
  }

  #has(by: number, of: number): boolean {
    return this.#known.get(`${by} ${of}`) === 'made';
  }
}
