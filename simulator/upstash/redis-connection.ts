import { createClient, ErrorReply, RESP_TYPES } from '@redis/client';
import { type RedisEngine, RedisError, type Reply } from './reply';

/** Where the Redis listens: a URL, or the path of a unix socket. */
export type RedisAddress = { url: string } | { path: string };

/** Between two attempts to reach a Redis again that went away. */
const reconnectMs = 500;

/**
 * Connects to a running Redis. Rejects when it cannot be reached at once; once it was reached, a lost connection is
 * opened again, and calls made meanwhile are rejected.
 */
export async function connectRedis(address: RedisAddress, name: string): Promise<RedisEngine> {
  let wasReached = false;
  const client = createClient({
    ...('url' in address ? { url: address.url } : {}),
    socket: {
      ...('path' in address ? { path: address.path, tls: false } : {}),
      reconnectStrategy: () => wasReached && reconnectMs,
    },
    RESP: 2,
    disableOfflineQueue: true,
    commandOptions: { typeMapping: { [RESP_TYPES.BLOB_STRING]: Buffer } },
  });
  // Without a listener a lost connection ends the process; the calls that it concerns are rejected anyway.
  client.on('error', () => undefined);
  await client.connect();
  wasReached = true;
  return {
    name,
    call: (args) => client.sendCommand<Reply>([...args]).then(withErrorValues, errorValue),
    close: () => client.close(),
  };
}

function errorValue(error: unknown): RedisError {
  if (error instanceof ErrorReply) return new RedisError(error.message);
  throw error;
}

function withErrorValues(reply: unknown): Reply {
  if (reply instanceof ErrorReply) return new RedisError(reply.message);
  if (Array.isArray(reply)) return reply.map(withErrorValues);
  if (reply === null || typeof reply === 'number' || typeof reply === 'string' || Buffer.isBuffer(reply))
    return reply;
  throw new TypeError(`A RESP2 reply cannot be a ${typeof reply}`);
}
