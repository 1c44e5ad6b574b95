const LINE_MS = 2_000;

/** Tells on standard error how far a command has come: in place on a terminal, elsewhere in a line every two seconds. */
export class Progress {
  #lastMs = Number.NEGATIVE_INFINITY;
  #isOpen = false;

  constructor(private readonly out: Pick<NodeJS.WriteStream, 'isTTY' | 'write'> = process.stderr) {}

  show(text: string): void {
    if (this.out.isTTY) {
      this.out.write(`\r\u001b[K${text}`);
      this.#isOpen = true;
      return;
    }
    if (performance.now() - this.#lastMs < LINE_MS) return;
    this.#lastMs = performance.now();
    this.out.write(`${text}\n`);
  }

  /** Clears the line, so that the result stands alone. */
  end(): void {
    if (this.#isOpen) this.out.write('\r\u001b[K');
    this.#isOpen = false;
  }
}

/** Says what goes on while an action runs, which may say more. */
export async function during<T>(
  text: string,
  action: (show: (text: string) => void) => Promise<T>,
): Promise<T> {
  const progress = new Progress();
  progress.show(text);
  return action((more) => progress.show(more)).finally(() => progress.end());
}
