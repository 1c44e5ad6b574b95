import {
  ClientSession,
  createRedisCommandExecutor,
  isResponseStream,
  RedisServerState,
  type RedisValue,
} from 'js-redis-server/core';
import { type RedisEngine, RedisError, type Reply } from './reply';

/** The Redis version whose commands and options are offered, equal to the one that CI installs. */
const compatibility = 'redis-7.0';

/**
 * A Redis inside this process: no port, no binary, Lua in WebAssembly.
 * Its own client turns replies into JavaScript objects; the session below it keeps them as Redis sends them.
 */
export function createEmbedded(): RedisEngine {
  const server = new RedisServerState({ compatibility });
  const session = new ClientSession({ server, executor: createRedisCommandExecutor({ compatibility }) });
  return {
    name: 'embedded',
    async call(args) {
      const [name = '', ...rest] = args.map((arg) => Buffer.from(arg));
      const result = await session.execute(name, rest);
      return isResponseStream(result)
        ? new RedisError('ERR streaming replies are not offered')
        : toReply(result.value);
    },
    async close() {
      session.close();
      server.close();
    },
  };
}

function toReply(value: RedisValue): Reply {
  switch (value.kind) {
    case 'simple-string':
    case 'bulk-string':
    case 'verbatim':
      return value.value;
    case 'integer':
    case 'big-number':
      return Number(value.value);
    case 'double':
      return Buffer.from(String(value.value));
    case 'boolean':
      return value.value ? 1 : 0;
    case 'null':
    case 'null-array':
      return null;
    case 'error':
      return new RedisError(`${value.code ?? 'ERR'} ${value.message}`);
    case 'map':
    case 'map-pairs':
    case 'flat-pairs':
      return value.entries.flat().map(toReply);
    default:
      return value.items.map(toReply);
  }
}
