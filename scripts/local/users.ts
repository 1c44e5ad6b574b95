import type { E164 } from '../../simulator/twilio/model';
import type { Keys } from '../keys';
import { sealTicket, type TicketParty } from '../ticket/seal';

/** A user of the pretended marketplace. */
export interface Person extends TicketParty {
  /** In E.164. */
  phone: E164;
  name: Readonly<Record<'ja' | 'en', string>>;
}

/** Somebody with a phone, and the ticket that lets this user call the other one. */
export interface LocalUser extends Person {
  ticket: string;
}

/** How long the tickets of local users are good for: a day of development. */
export const localTicketSeconds = 86_400;

/** The two people of every local run. */
export const buyer: Person = { id: 'buyer-1', name: { ja: 'さくら', en: 'Sakura' }, phone: '+819012345678' };
export const seller: Person = {
  id: 'seller-1',
  name: { ja: 'はると', en: 'Haruto' },
  phone: '+818087654321',
};

/** Two people, each with a fresh ticket for calling the other one. */
export function localUsers(
  { ticketKey }: Pick<Keys, 'ticketKey'>,
  [one, other]: readonly [Person, Person] = [buyer, seller],
): Promise<[LocalUser, LocalUser]> {
  return Promise.all([ticketed(ticketKey, one, other), ticketed(ticketKey, other, one)]);
}

async function ticketed(ticketKey: string, user: Person, peer: Person): Promise<LocalUser> {
  const content = { user, peer, audience: 'tokumei', lifetimeSeconds: localTicketSeconds };
  return { ...user, ticket: await sealTicket(ticketKey, content) };
}
