import { Redis } from '@upstash/redis';
import type { Upstash } from '../../../simulator/upstash';

/** What the parts of the contract ask for: functions, since both exist only once `beforeAll` has run. */
export interface EngineUnderTest {
  upstash: () => Upstash;
  redis: () => Redis;
}

/** The client with the settings that the product uses. */
export function clientOf({ url, token }: Pick<Upstash, 'url' | 'token'>): Redis {
  return new Redis({
    url,
    token,
    automaticDeserialization: false,
    enableAutoPipelining: false,
    enableTelemetry: false,
    retry: { retries: 0 },
  });
}
