import { hasRedisServer, type Upstash } from '../../simulator/upstash';
import { startEngine } from './store';

/** Runs a contract on the embedded engine and on a real redis-server; without one on the PATH the real run is a visible to-do. */
export function onBothEngines(name: string, contract: (engine: () => Upstash) => void): void {
  describe(`${name} on the embedded engine`, () => contract(useEngine('embedded')));
  if (hasRedisServer()) describe(`${name} on redis-server`, () => contract(useEngine('redis-server')));
  else it.todo(`${name} on redis-server: none is installed here`);
}

/** A test that is too heavy for the embedded engine, which works inside the test's own process; a visible to-do without redis-server. */
export function itOnRedisServer(name: string, run: () => Promise<void>, timeoutMs?: number): void {
  if (hasRedisServer()) it(name, run, timeoutMs);
  else it.todo(`${name}: no redis-server is installed here`);
}

/** An engine for all tests of a file or a block. */
export function useEngine(choice: 'embedded' | 'redis-server'): () => Upstash {
  let upstash: Upstash | undefined;
  beforeAll(async () => {
    upstash = await startEngine(choice);
  });
  afterAll(() => upstash?.close());
  return () => {
    if (upstash === undefined) throw new Error('the engine is not running yet');
    return upstash;
  };
}
