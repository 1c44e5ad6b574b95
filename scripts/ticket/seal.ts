import { base64url, EncryptJWT } from 'jose';

/** One side of the call that a ticket is for. */
export interface TicketParty {
  /** The marketplace's own id of the user. */
  id: string;
  /** As the user wrote it; the service normalises. */
  phone: string;
}

/** What a call ticket says. */
export interface TicketContent {
  user: TicketParty;
  peer: TicketParty;
  audience: string;
  /** How long the ticket is good for, from now. */
  lifetimeSeconds: number;
}

/**
 * Seals a call ticket: a JWE with `dir` and A256GCM, which a client app can carry but not read.
 * @param ticketKey the newest entry of TICKET_KEYS, `kid:base64url of 32 bytes`
 */
export async function sealTicket(ticketKey: string, content: TicketContent): Promise<string> {
  const [kid = '', key = ''] = ticketKey.split(':');
  const { user, peer, audience, lifetimeSeconds } = content;
  const issuedAt = Math.floor(Date.now() / 1000);
  return new EncryptJWT({ phone_number: user.phone, peer: { sub: peer.id, phone_number: peer.phone } })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid })
    .setSubject(user.id)
    .setAudience(audience)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + lifetimeSeconds)
    .encrypt(base64url.decode(key));
}
