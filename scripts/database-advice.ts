/** What to do when Redis does not do its part, by the reason that the store gives. */
const ADVICE: readonly (readonly [pattern: RegExp, advice: string])[] = [
  [
    /WRONGPASS|refused: error/,
    'It refuses UPSTASH_REDIS_REST_TOKEN. Copy the REST token from https://console.upstash.com.',
  ],
  [/NOPERM/, 'UPSTASH_REDIS_REST_TOKEN may only read. Copy the token that may also write.'],
  [/no connection/, 'It cannot be reached. Check UPSTASH_REDIS_REST_URL and the network.'],
  [/timeout/, 'It did not answer in time. Look at https://status.upstash.com, and try again.'],
];

/** A sentence for an operator about a database that failed for this reason. */
export function databaseAdvice(reason: string): string {
  const advice =
    ADVICE.find(([pattern]) => pattern.test(reason))?.[1] ?? 'Look at https://console.upstash.com.';
  return `The database does not work (${reason}). ${advice}`;
}
