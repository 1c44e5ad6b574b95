import { Redis } from '@upstash/redis';
import type { Config } from '../../../src/config';
import { deadlineIn } from '../../../src/masking/deadline';
import * as scripts from '../../../src/store/scripts';
import { pool } from '../../../src/wiring';
import { Failure } from '../../command';
import { type Check, failed, ok, warning } from '../check';

const ROUNDS = 5;
const ROUND_MS = 3_000;
/** From another continent a round trip takes longer than this, in milliseconds. */
const SLOW_MS = 250;

/** Whether Redis answers, how fast, and whether it takes every script. */
export function databaseChecks(config: Config): [Check, ...Check[]] {
  return [
    { name: 'database', run: () => roundTrip(config) },
    { name: 'scripts', run: () => loading(config) },
  ];
}

async function roundTrip(config: Config) {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now();
    await pool(config).size(config.DEFAULT_COUNTRY, deadlineIn(ROUND_MS));
    times.push(performance.now() - started);
  }
  const median = Math.round(times.sort((one, other) => one - other)[Math.floor(ROUNDS / 2)] ?? 0);
  const found = `${median} ms a round trip from here`;
  if (median <= SLOW_MS) return ok(found);
  return warning(
    found,
    'What counts is the way from the Functions, in us-east-1: npm run doctor -- --live measures it once they are deployed.',
  );
}

/** Every script compiles on this server; loading one twice changes nothing. */
async function loading(config: Config) {
  const redis = new Redis({
    url: config.UPSTASH_REDIS_REST_URL,
    token: config.UPSTASH_REDIS_REST_TOKEN,
    enableTelemetry: false,
    retry: { retries: 0 },
    signal: () => AbortSignal.timeout(ROUND_MS),
  });
  const all = Object.entries(scripts).flatMap(([name, script]) =>
    'sha' in script ? [{ name, ...script }] : [],
  );
  const refused: string[] = [];
  for (const { name, text, sha } of all) {
    if ((await load(redis, text)) !== sha) refused.push(name);
  }
  if (refused.length === 0) return ok(`${all.length} load`);
  return failed(
    `${refused.length} of ${all.length} do not load`,
    'Use a database that runs Lua scripts, as Upstash Redis and Redis 7 do.',
  );
}

/** The client's own error quotes the whole script. */
async function load(redis: Redis, text: string): Promise<string | undefined> {
  try {
    return await redis.scriptLoad(text);
  } catch (error) {
    if (error instanceof Error && error.name === 'UpstashError') return undefined;
    throw new Failure('The database did not answer in time. Look at https://status.upstash.com.');
  }
}
