/** One HTTP request to the stand-in: one round trip of the product. */
export interface RedisRequest {
  /** `/`, `/pipeline`, `/multi-exec`, or the command's name in path style. */
  path: string;
  /** Lower-case command names, in order. */
  commands: readonly string[];
  /** HTTP status; 0 when no answer was given. */
  status: number;
  /** The first word of Redis's own error, such as NOSCRIPT. */
  error?: string;
  /** Wall-clock milliseconds, injected latency included. */
  ms: number;
}

/** The last requests, so that tests can count round trips. */
export class RequestRecord {
  #entries: RedisRequest[] = [];
  /** Requests and commands since the start or the last `clear`, also those no longer kept. */
  requestCount = 0;
  commandCount = 0;

  constructor(private readonly capacity = 10_000) {}

  add(request: RedisRequest): void {
    this.requestCount += 1;
    this.commandCount += request.commands.length;
    this.#entries.push(request);
    // Dropped in halves: shifting the array on each request would cost more than the request.
    if (this.#entries.length > this.capacity) this.#entries = this.#entries.slice(-this.capacity / 2);
  }

  entries(): readonly RedisRequest[] {
    return this.#entries;
  }

  clear(): void {
    this.#entries = [];
    this.requestCount = 0;
    this.commandCount = 0;
  }
}
