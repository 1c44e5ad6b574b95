import { createHash, randomBytes } from 'node:crypto';

/** Fresh secrets for one installation, as its configuration takes them. */
export interface Keys {
  variables: Record<'TICKET_KEYS' | 'API_KEYS' | 'DATA_KEYS' | 'LOOKUP_KEY', string>;
  /** The API key itself; the configuration holds only its hash. */
  apiKey: string;
  /** What the marketplace's backend seals call tickets with: `kid:base64url of 32 bytes`. */
  ticketKey: string;
}

/** Makes new random keys; the API key has every scope. */
export function generateKeys(): Keys {
  const apiKey = secret();
  const ticketKey = `t1:${secret()}`;
  const apiKeyHash = createHash('sha256').update(apiKey).digest('base64url');
  return {
    variables: {
      TICKET_KEYS: ticketKey,
      API_KEYS: `connect|screen|ops:${apiKeyHash}`,
      DATA_KEYS: `d1:${secret()}`,
      LOOKUP_KEY: secret(),
    },
    apiKey,
    ticketKey,
  };
}

function secret(): string {
  return randomBytes(32).toString('base64url');
}
