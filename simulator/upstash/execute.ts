import { type Answer, type Batch, batchAnswer, type Command, singleAnswer } from './protocol';
import { type RedisEngine, RedisError, type Reply } from './reply';

/**
 * Commands that make no sense over REST, or would take the one connection away from everybody else.
 * @see https://upstash.com/docs/redis/overall/compatibility
 */
const refused = new Set(
  (
    'auth blmove blmpop blpop brpop brpoplpush bzmpop bzpopmax bzpopmin client config debug discard exec hello ' +
    'monitor multi psubscribe quit reset select shutdown ssubscribe subscribe sync psync wait watch unwatch'
  ).split(' '),
);

/** Carries a batch out and renders the answer. */
export async function execute(engine: RedisEngine, batch: Batch, isBase64: boolean): Promise<Answer> {
  if (batch.kind === 'transaction') return transact(engine, batch.commands, isBase64);
  const replies = await Promise.all(batch.commands.map((command) => callAllowed(engine, command)));
  return batch.kind === 'single'
    ? singleAnswer(replies[0] ?? null, isBase64)
    : batchAnswer(replies, isBase64);
}

/** All or nothing: a command that Redis does not queue discards the whole transaction with status 400. */
async function transact(
  engine: RedisEngine,
  commands: readonly Command[],
  isBase64: boolean,
): Promise<Answer> {
  const refusal = commands.map(refusalOf).find((error) => error !== undefined);
  if (refusal) return singleAnswer(refusal, isBase64);
  // Called without awaiting in between, so that no other request's command comes between MULTI and EXEC.
  const calls = [['MULTI'], ...commands, ['EXEC']].map((command) => engine.call(command));
  const result = (await Promise.all(calls)).at(-1) ?? null;
  return Array.isArray(result) ? batchAnswer(result, isBase64) : singleAnswer(result, isBase64);
}

async function callAllowed(engine: RedisEngine, command: Command): Promise<Reply> {
  return refusalOf(command) ?? engine.call(command);
}

function refusalOf([name = '']: Command): RedisError | undefined {
  if (!refused.has(name.toLowerCase())) return undefined;
  return new RedisError(
    `ERR Command is not available: '${name}'. See https://upstash.com/docs/redis/overall/compatibility`,
  );
}
