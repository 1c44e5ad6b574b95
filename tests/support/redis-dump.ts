import type { Simulator } from '../../simulator';

const READ: Readonly<Record<string, readonly string[]>> = {
  string: ['get'],
  hash: ['hgetall'],
  zset: ['zrange', '0', '-1', 'withscores'],
  list: ['lrange', '0', '-1'],
};

/** Every key of the simulator's Redis with all that it holds. */
export async function everythingIn(simulator: Simulator): Promise<string[]> {
  const headers = { authorization: `Bearer ${simulator.upstashToken}` };
  const command = async (...parts: string[]): Promise<unknown> => {
    const init = { method: 'POST', headers, body: JSON.stringify(parts) };
    return ((await (await fetch(simulator.upstashUrl, init)).json()) as { result: unknown }).result;
  };
  const keys = (await command('keys', '*')) as string[];
  return Promise.all(
    keys.map(async (key) => {
      const type = String(await command('type', key));
      // Somebody at work may have taken the key away meanwhile.
      if (type === 'none') return key;
      const [name, ...rest] = READ[type] ?? [];
      if (name === undefined) throw new Error(`a ${type} in Redis is not searched`);
      return `${key} ${JSON.stringify(await command(name, key, ...rest))}`;
    }),
  );
}
