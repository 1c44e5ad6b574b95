import { createHash } from 'node:crypto';
import { Redis } from '@upstash/redis';
import * as v from 'valibot';
import { DependencyError } from '../masking/errors';
import type { Deadline } from '../masking/ports';

/** The longest that one round trip to Redis may take where the settings say nothing, in milliseconds. */
const ROUND_TRIP_MS = 1_500;
/** Every script is safe to apply twice, so a round trip whose answer was lost is made once more. */
const ATTEMPTS = 2;

/** One atomic decision in Redis: its Lua text, and the shape of its answer. */
export interface Script<Answer> {
  readonly text: string;
  readonly sha: string;
  readonly answer: v.GenericSchema<unknown, Answer>;
}

export function script<Answer>(text: string, answer: v.GenericSchema<unknown, Answer>): Script<Answer> {
  return { text, sha: createHash('sha1').update(text).digest('hex'), answer };
}

export interface RedisSettings {
  readonly url: string;
  readonly token: string;
  /** The longest that one round trip may take, in milliseconds; 1,500 where it is not said. */
  readonly roundTripMs?: number;
}

/**
 * Runs scripts over Upstash's REST interface, each in one round trip.
 * @see https://upstash.com/docs/redis/sdks/ts/overview
 */
export class ScriptRunner {
  constructor(private readonly settings: RedisSettings) {}

  /** @throws DependencyError when Redis does not answer in time, refuses, or answers nonsense. */
  async run<Answer>(script: Script<Answer>, args: object, deadline: Deadline): Promise<Answer> {
    const argument = [JSON.stringify(args)];
    const raw = await this.attempt(async (redis) => {
      try {
        return await redis.evalsha(script.sha, [], argument);
      } catch (error) {
        if (!isNoScript(error)) throw error;
        return redis.eval(script.text, [], argument);
      }
    }, deadline);
    return decode(raw, script.answer);
  }

  private async attempt<T>(action: (redis: Redis) => Promise<T>, deadline: Deadline): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await action(this.client(deadline));
      } catch (error) {
        if (attempt === ATTEMPTS || !isLost(error) || deadline.remainingMs() === 0) {
          throw new DependencyError('store', describe(error));
        }
      }
    }
  }

  /** A client of its own for each attempt, because the client takes its time limit once, when it is made. */
  private client(deadline: Deadline): Redis {
    const { url, token, roundTripMs = ROUND_TRIP_MS } = this.settings;
    return new Redis({
      url,
      token,
      automaticDeserialization: false,
      enableAutoPipelining: false,
      enableTelemetry: false,
      readYourWrites: false,
      responseEncoding: false,
      retry: { retries: 0 },
      signal: () => AbortSignal.timeout(Math.min(roundTripMs, deadline.remainingMs())),
    });
  }
}

function decode<Answer>(raw: unknown, schema: v.GenericSchema<unknown, Answer>): Answer {
  const answer = v.safeParse(schema, parseJson(raw));
  if (!answer.success) throw malformed();
  return answer.output;
}

function parseJson(raw: unknown): unknown {
  if (typeof raw !== 'string') throw malformed();
  try {
    return JSON.parse(raw);
  } catch {
    throw malformed();
  }
}

function malformed(): DependencyError {
  return new DependencyError('store', 'malformed answer');
}

function isNoScript(error: unknown): boolean {
  return textOf(error, 'message').startsWith('NOSCRIPT');
}

/** Whether nothing came back, so that nobody knows whether the script ran. An answer, also an error, is not lost. */
function isLost(error: unknown): boolean {
  const name = textOf(error, 'name');
  return name !== 'UpstashError' && name !== 'UpstashJSONParseError';
}

/** The client's messages quote the whole command: only the error's kind and Redis's own first word are safe to pass on. */
function describe(error: unknown): string {
  const name = textOf(error, 'name');
  if (name === 'TimeoutError' || name === 'AbortError') return 'timeout';
  if (name === 'UpstashJSONParseError') return 'malformed answer';
  if (name !== 'UpstashError') return 'no connection';
  return `refused: ${/^[A-Z]{2,20}\b/.exec(textOf(error, 'message'))?.[0] ?? 'error'}`;
}

function textOf(error: unknown, field: 'name' | 'message'): string {
  const value =
    typeof error === 'object' && error !== null ? (error as Record<string, unknown>)[field] : undefined;
  return typeof value === 'string' ? value : '';
}
