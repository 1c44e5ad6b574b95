import type { Clock, Instant } from '../model';

/** Proxy takes 30 requests a second for each endpoint and service, and bursts of 150: https://www.twilio.com/docs/api/errors/80621 */
const PER_SECOND = 30;
const BURST = 150;

/** Token buckets, one for each endpoint of each service. */
export class RateLimit {
  readonly #buckets = new Map<string, { tokens: number; at: Instant }>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Takes one request out of the bucket. @returns whole seconds to wait where it is empty, else 0. */
  take(endpoint: string): number {
    const now = this.#clock.now();
    const bucket = this.#buckets.get(endpoint) ?? { tokens: BURST, at: now };
    this.#buckets.set(endpoint, bucket);
    bucket.tokens = Math.min(BURST, bucket.tokens + ((now - bucket.at) / 1000) * PER_SECOND);
    bucket.at = now;
    if (bucket.tokens < 1) return Math.ceil((1 - bucket.tokens) / PER_SECOND);
    bucket.tokens -= 1;
    return 0;
  }
}
