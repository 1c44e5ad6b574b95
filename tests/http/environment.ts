import { generateKeys } from '../../scripts/keys';
import { type Config, readConfig } from '../../src/config';

/** What no Function runs without; nothing optional is set. */
export function requiredVariables(): Record<string, string> {
  const { TICKET_KEYS, DATA_KEYS, LOOKUP_KEY } = generateKeys().variables;
  return {
    ACCOUNT_SID: `AC${'0123456789abcdef'.repeat(2)}`,
    AUTH_TOKEN: '0123456789abcdef'.repeat(2),
    PROXY_SERVICE_SID: `KS${'0123456789abcdef'.repeat(2)}`,
    UPSTASH_REDIS_REST_URL: 'https://example-12345.upstash.io',
    UPSTASH_REDIS_REST_TOKEN: 'QWxsIG51bWJlcnMgc3RheSBoaWRkZW4tYWxsIG51bWJlcnM',
    TICKET_KEYS,
    DATA_KEYS,
    LOOKUP_KEY,
  };
}

export function configWith(changes: Readonly<Record<string, string>> = {}): Config {
  return readConfig({ ...requiredVariables(), ...changes });
}
