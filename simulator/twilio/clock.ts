import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock, Instant } from './model';

/** The longest delay that `setTimeout` takes; a later timer is looked at again then. */
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

interface Timer {
  readonly due: Instant;
  /** Tells two timers of one instant apart: the one set first runs first. */
  readonly order: number;
  readonly action: () => void;
}

/** Later timers come first, so that the next one is at the end of the list. */
const compare = (a: Timer, b: Timer): number => b.due - a.due || b.order - a.order;

/** A clock that can run faster than real time and can be moved ahead. Its timers never keep the process alive. */
export class SimulatedClock implements Clock {
  readonly #speed: number;
  readonly #startedAt = Date.now();
  readonly #monotonicStart = performance.now();
  readonly #timers: Timer[] = [];
  #skippedMs = 0;
  #order = 0;
  #wake: NodeJS.Timeout | undefined;

  /** @param options.speed simulated seconds per real second, 1 by default. */
  constructor(options: { speed?: number } = {}) {
    this.#speed = options.speed ?? 1;
  }

  now(): Instant {
    const elapsedMs = (performance.now() - this.#monotonicStart) * this.#speed;
    return Math.floor(this.#startedAt + elapsedMs + this.#skippedMs);
  }

  after(seconds: number, action: () => void): () => void {
    const timer = { due: this.now() + seconds * 1000, order: this.#order++, action };
    this.#timers.splice(this.#position(timer), 0, timer);
    this.#schedule();
    return () => this.#cancel(timer);
  }

  /** Moves time ahead at once; what comes due on the way runs in order, each with the clock at its own instant. */
  async advance(seconds: number): Promise<void> {
    const target = this.now() + seconds * 1000;
    for (let next = this.#timers.at(-1); next && next.due <= target; next = this.#timers.at(-1)) {
      this.#skipTo(next.due);
      this.#runNext();
      await nextTurn();
    }
    this.#skipTo(target);
    this.#schedule();
  }

  /** Forgets every timer. */
  stop(): void {
    this.#timers.length = 0;
    clearTimeout(this.#wake);
  }

  #skipTo(instant: Instant): void {
    this.#skippedMs += Math.max(0, instant - this.now());
  }

  #runNext(): void {
    this.#timers.pop()?.action();
  }

  #runDue(): void {
    for (let next = this.#timers.at(-1); next && next.due <= this.now(); next = this.#timers.at(-1)) {
      this.#runNext();
    }
    this.#schedule();
  }

  #schedule(): void {
    clearTimeout(this.#wake);
    const next = this.#timers.at(-1);
    if (!next) return;
    const delayMs = Math.ceil((next.due - this.now()) / this.#speed);
    this.#wake = setTimeout(() => this.#runDue(), Math.min(Math.max(0, delayMs), LONGEST_TIMEOUT_MS));
    this.#wake.unref();
  }

  #cancel(timer: Timer): void {
    const position = this.#position(timer);
    if (this.#timers[position] === timer) this.#timers.splice(position, 1);
  }

  /** Where the timer is, or belongs, in the ordered list. */
  #position(timer: Timer): number {
    let low = 0;
    let high = this.#timers.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.#timers[middle];
      if (other && compare(other, timer) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
