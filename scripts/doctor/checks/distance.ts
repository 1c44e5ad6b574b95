import * as v from 'valibot';
import { ok, type Verdict, warning } from '../check';
import { send } from './send';

/** The first may open a connection, or start the Function. */
const ROUNDS = 3;
/**
 * On the same continent a round trip takes less than this, in milliseconds.
 * @see https://upstash.com/docs/redis/overall/performance
 */
const FAR_MS = 50;

const Healthy = v.object({ data: v.object({ redisMs: v.number() }) });

/**
 * How long Redis takes where the Functions run, which is what callers wait for. Neither the address of a database nor its answers
 * tell its region.
 */
export async function distance(functionsUrl: string): Promise<Verdict> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const redisMs = await redisMsAt(functionsUrl);
    if (redisMs === undefined) return { state: 'skipped', found: 'needs a healthy deployment' };
    times.push(redisMs);
  }
  return distanceVerdict(times);
}

/** What the quickest of several round trips tells. @param times milliseconds each */
export function distanceVerdict(times: readonly number[]): Verdict {
  const best = Math.min(...times);
  const found = `${best} ms a round trip from the Functions`;
  if (best <= FAR_MS) return ok(found);
  return warning(
    found,
    'Every call waits for it. Move the primary region of the database to us-east-1, next to Twilio, or look at https://status.upstash.com.',
  );
}

async function redisMsAt(functionsUrl: string): Promise<number | undefined> {
  const answer = await send(`${functionsUrl}/health`);
  const read = v.safeParse(Healthy, answer?.ok ? await answer.json() : undefined);
  return read.success ? read.output.data.redisMs : undefined;
}
