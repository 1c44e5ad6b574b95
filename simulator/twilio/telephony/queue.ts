/** Runs jobs one after the other, in the order in which they were added. Jobs must not throw. */
export class Queue {
  #last: Promise<unknown> = Promise.resolve();

  add(job: () => Promise<unknown>): void {
    this.#last = this.#last.then(job);
  }
}
