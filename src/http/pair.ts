import { type NumberPolicy, parseSubscriberNumber } from '../masking/phone-number';
import type { Pair, Participant, UserId } from '../masking/session';
import type { Caller } from './authenticate';
import type { ClientCall } from './client-function';
import { spelledNumberSchema, userIdSchema } from './fields';
import { readParams } from './params';
import { RequestError } from './request-error';

/** The user that a request is about: the ticket's own, or whom the backend names. @throws RequestError */
export function readUserId({ caller, params }: ClientCall): UserId {
  if (caller.kind === 'key') return readParams({ userId: userIdSchema }, params).userId;
  readParams({}, params);
  return caller.ticket.sub;
}

/** Who is to be joined with whom, with both numbers checked. @throws RequestError */
export function readPair({ caller, params, config }: ClientCall): Pair {
  const policy = {
    defaultCountry: config.DEFAULT_COUNTRY,
    allowedCountries: config.ALLOWED_COUNTRIES,
    refusedPrefixes: config.REFUSED_PREFIXES,
  };
  const named = caller.kind === 'key' ? readParams(PAIR, params) : fromTicket(caller, params);
  return {
    caller: participant(named.userId, named.from, 'from', policy),
    callee: participant(named.peerId, named.to, 'to', policy),
  };
}

const PAIR = {
  userId: userIdSchema,
  from: spelledNumberSchema,
  peerId: userIdSchema,
  to: spelledNumberSchema,
};

/** A ticket says everything itself: whoever bears it can ask for nothing else. */
function fromTicket({ ticket }: Caller & { kind: 'ticket' }, params: object) {
  readParams({}, params);
  return {
    userId: ticket.sub,
    from: ticket.phone_number,
    peerId: ticket.peer.sub,
    to: ticket.peer.phone_number,
  };
}

function participant(userId: UserId, spelled: string, field: string, policy: NumberPolicy): Participant {
  const result = parseSubscriberNumber(spelled, policy);
  if (!result.ok) throw new RequestError({ code: `number_${result.reason}`, field });
  return { userId, number: result.number, country: result.country };
}
