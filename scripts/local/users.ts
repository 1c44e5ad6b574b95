import type { Keys } from '../keys';
import { sealTicket, type TicketParty } from '../ticket/seal';

/** Somebody with a phone, and the ticket that lets this user call the other one. */
export interface LocalUser extends TicketParty {
  ticket: string;
}

/** How long the tickets of local users are good for: a day of development. */
export const localTicketSeconds = 86_400;

/** The two people of every local run. */
export const buyer: TicketParty = { id: 'buyer-1', phone: '+819012345678' };
export const seller: TicketParty = { id: 'seller-1', phone: '+818087654321' };

/** Both with fresh tickets. */
export function localUsers({ ticketKey }: Keys): Promise<LocalUser[]> {
  return Promise.all([ticketed(ticketKey, buyer, seller), ticketed(ticketKey, seller, buyer)]);
}

async function ticketed(ticketKey: string, user: TicketParty, peer: TicketParty): Promise<LocalUser> {
  const content = { user, peer, audience: 'tokumei', lifetimeSeconds: localTicketSeconds };
  return { ...user, ticket: await sealTicket(ticketKey, content) };
}
