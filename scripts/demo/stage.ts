import type { Handset } from '../../simulator/twilio/handsets/handset';
import type { Stack } from '../local/stack';
import { buyer, localTicketSeconds, type Person, seller } from '../local/users';
import { sealTicket } from '../ticket/seal';
import type { Narrator } from './narration';

/** Somebody who has nothing to do with the deal. */
const strangerPhone = '+817033334444';
/** A phone that the service does not know to be the buyer's. */
const officePhone = '+81312345678';

/** One of the two people of the story, with the phone and the app. */
export interface Actor extends Person {
  handset: Handset;
}

/** What the Functions answer to an app. */
export interface AppAnswer {
  status: string;
  /** For people, of an error. */
  message?: string;
  data?: { tel?: string; pin?: string; closed?: number };
}

/** Where the story is played. */
export class Stage {
  readonly buyer: Actor;
  readonly seller: Actor;
  readonly stranger: Handset;
  readonly office: Handset;
  /** The number that connect gave to the buyer, and the PIN for calling it from another phone. */
  tel = '';
  pin = '';
  /** The number that the seller saw. */
  shownToSeller = '';
  /** Every answer that the Functions gave to an app, as text with its headers. */
  readonly answers: string[] = [];

  constructor(
    readonly stack: Pick<Stack, 'simulator' | 'keys' | 'functionsUrl' | 'context'>,
    readonly narrator: Narrator,
  ) {
    const { telephony } = stack.simulator;
    this.buyer = { ...buyer, handset: telephony.handset(buyer.phone) };
    this.seller = { ...seller, handset: telephony.handset(seller.phone) };
    this.stranger = telephony.handset(strangerPhone);
    this.office = telephony.handset(officePhone);
  }

  /** Calls a Function as the app of `actor` does, with a fresh ticket for the other one. */
  async app(actor: Actor, path: string, fields: Record<string, string> = {}): Promise<AppAnswer> {
    const peer = actor === this.buyer ? this.seller : this.buyer;
    const content = { user: actor, peer, audience: 'tokumei', lifetimeSeconds: localTicketSeconds };
    const ticket = await sealTicket(this.stack.keys.ticketKey, content);
    const headers = { Authorization: `Bearer ${ticket}`, 'Accept-Language': this.narrator.language };
    const request = { method: 'POST', headers, body: new URLSearchParams(fields) };
    const answer = await fetch(this.stack.functionsUrl + path, request);
    const text = await answer.text();
    this.answers.push(`${JSON.stringify([...answer.headers])}\n${text}`);
    return JSON.parse(text);
  }

  /** Whether a number belongs to the service. */
  isProxyNumber(number: string): boolean {
    const { numbers, plainNumbers } = this.stack.simulator;
    return [...numbers, ...plainNumbers].some((own) => own === number);
  }
}
