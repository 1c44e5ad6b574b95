import { command } from './pins';
import { HOUR_MS, type StoreUnderTest } from './store';

async function shelvesOf({ upstash, settings }: StoreUnderTest): Promise<string[]> {
  return (await command(upstash, 'keys', `${settings.prefix}shelf:*`)) as string[];
}

/** How many shelves the store has, empty ones as well; 0 where it never put anything down. */
export async function countOfShelves({ upstash, settings }: StoreUnderTest): Promise<number> {
  return Number(await command(upstash, 'get', `${settings.prefix}shelves`));
}

/** How many things lie on the fullest shelf. */
export async function fullestShelf(store: StoreUnderTest): Promise<number> {
  const keys = await shelvesOf(store);
  const lengths = await Promise.all(keys.map((key) => command(store.upstash, 'hlen', key)));
  return Math.max(...lengths.map(Number));
}

/** The names of everything on shelves, also of what has ended. */
export async function namesOnShelves(store: StoreUnderTest): Promise<string[]> {
  const keys = await shelvesOf(store);
  const names = await Promise.all(keys.map((key) => command(store.upstash, 'hkeys', key)));
  return (names as string[][]).flat();
}

/** How long the database still keeps each shelf, in milliseconds; -1 for ever. */
export async function livesOfShelves(store: StoreUnderTest): Promise<number[]> {
  const keys = await shelvesOf(store);
  return (await Promise.all(keys.map((key) => command(store.upstash, 'pttl', key)))).map(Number);
}

/** Where a thing is shelved: the key of its shelf, and what is written there. */
async function find(store: StoreUnderTest, field: string) {
  for (const key of await shelvesOf(store)) {
    const text = await command(store.upstash, 'hget', key, field);
    if (text !== null) return { key, text: String(text) };
  }
  throw new Error(`no shelf has ${field}`);
}

/** Takes a thing off its shelf, as if it had been lost. */
export async function lose(store: StoreUnderTest, field: string): Promise<void> {
  await command(store.upstash, 'hdel', (await find(store, field)).key, field);
}

/** How long the database keeps the shelf of a thing, and until when the thing itself is good. */
export async function lifeOf(store: StoreUnderTest, field: string) {
  const { key, text } = await find(store, field);
  const leftMs = Number(await command(store.upstash, 'pttl', key));
  return { leftMs, endsAtMs: Number.parseInt(text.slice(0, 5), 16) * HOUR_MS };
}
