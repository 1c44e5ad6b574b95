import { createHash, timingSafeEqual } from 'node:crypto';
import type { ApiKeyEntry, ApiScope, Config } from '../config';
import type { Request } from './request';
import { type CallTicket, openTicket } from './ticket';

export type Caller =
  | { readonly kind: 'ticket'; readonly ticket: CallTicket }
  | { readonly kind: 'key'; readonly scopes: readonly ApiScope[] };

/** A compact JWE has five parts. */
const TICKET = /^[\w-]+\.[\w-]*\.[\w-]*\.[\w-]*\.[\w-]*$/;
const LONGEST_CREDENTIAL = 4_096;

/** Who calls: the bearer of a call ticket, or a backend with an API key (as Bearer or X-Api-Key); undefined for everybody else. */
export async function authenticate({ headers }: Request, config: Config): Promise<Caller | undefined> {
  const credential = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? headers['x-api-key'];
  if (credential === undefined || credential.length > LONGEST_CREDENTIAL) return undefined;
  if (TICKET.test(credential)) {
    const ticket = await openTicket(credential, {
      keys: config.TICKET_KEYS,
      audience: config.TICKET_AUDIENCE,
      maxAgeSeconds: config.TICKET_MAX_AGE_SECONDS,
    });
    return ticket === undefined ? undefined : { kind: 'ticket', ticket };
  }
  const scopes = scopesOf(credential, config.API_KEYS);
  return scopes === undefined ? undefined : { kind: 'key', scopes };
}

/** Every entry is compared, in constant time, whichever matches. */
function scopesOf(key: string, entries: readonly ApiKeyEntry[]): readonly ApiScope[] | undefined {
  const hash = createHash('sha256').update(key).digest();
  let found: readonly ApiScope[] | undefined;
  for (const entry of entries) {
    if (timingSafeEqual(hash, entry.hash)) found = entry.scopes;
  }
  return found;
}
