import type { RedisEngine } from './reply';

/** `auto` takes redis-server when it is on the PATH, the embedded engine otherwise; a `redis://` URL connects there. */
export type EngineChoice = 'auto' | 'embedded' | 'redis-server' | `redis://${string}` | `rediss://${string}`;

/** Opens the chosen engine, empty unless it is a URL. Each engine's library is loaded only when it is used. */
export async function openEngine(choice: EngineChoice): Promise<RedisEngine> {
  if (choice === 'embedded') return openEmbedded();
  if (choice === 'redis-server') return openRedisServer();
  if (choice === 'auto') return openRedisServer().catch(openEmbedded);
  const { connectRedis } = await import('./redis-connection');
  return connectRedis({ url: choice }, 'redis');
}

async function openEmbedded(): Promise<RedisEngine> {
  const { createEmbedded } = await import('./embedded');
  return createEmbedded();
}

async function openRedisServer(): Promise<RedisEngine> {
  const { spawnRedisServer } = await import('./redis-server');
  return spawnRedisServer();
}
