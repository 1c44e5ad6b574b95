import { hasRedisServer } from '../../../simulator/upstash';
import { describeRedisEngine } from '../../contracts/redis-engine';

const isThere = hasRedisServer();

it('finds redis-server on the PATH, at least in CI', () => {
  if (!isThere)
    process.stderr.write('\nNOTE: redis-server is not on the PATH, so the real engine was NOT checked.\n');
  expect(isThere || process.env.CI === undefined).toBe(true);
});

if (isThere) describeRedisEngine('redis-server');
