import { AccountNumbers } from '../../../../simulator/twilio/account/numbers';
import { SimulatedClock } from '../../../../simulator/twilio/clock';
import type { E164, Participant, ProxyService, Session } from '../../../../simulator/twilio/model';
import { ProxyDomain } from '../../../../simulator/twilio/proxy/domain';
import type { SessionParams } from '../../../../simulator/twilio/proxy/params';
import { TwilioError } from '../../../../simulator/twilio/twilio-error';
import { BUYER, PROXY_NUMBERS, SELLER } from '../support';

/** The value itself; fails the test where it is a refusal. */
export function ok<T>(result: T | TwilioError): T {
  if (result instanceof TwilioError) throw new Error(`refused with ${result.code}: ${result.message}`);
  return result;
}

/** HTTP status and code of a refusal; a value instead of one fails the comparison. */
export const refused = (result: unknown): unknown =>
  result instanceof TwilioError ? [result.status, result.code] : result;

/** A domain with one service and as many Japanese voice numbers in it as given. */
export class Fixture {
  readonly account: AccountNumbers;
  readonly proxy: ProxyDomain;
  readonly service: ProxyService;

  constructor(
    numbers: readonly E164[] = PROXY_NUMBERS,
    readonly clock: SimulatedClock = new SimulatedClock(),
  ) {
    this.account = new AccountNumbers(clock);
    this.proxy = new ProxyDomain({ clock, accountNumbers: this.account });
    this.service = ok(this.proxy.services.create({ uniqueName: 'marketplace' }));
    for (const phoneNumber of numbers) this.addNumber(phoneNumber);
  }

  addNumber(phoneNumber: E164, isReserved = false) {
    this.account.add({ phoneNumber });
    return ok(this.proxy.numbers.add(this.service.sid, { phoneNumber, isReserved }));
  }

  /** Creates a voice-only session, or what `params` say instead. */
  session(params: SessionParams = {}) {
    return this.proxy.createSession(this.service.sid, { mode: 'voice-only', ...params });
  }

  /** A session of buyer and seller, both pinned to `number`, or to what Proxy chooses. */
  pair(number?: E164, params: SessionParams = {}): Session {
    const participants = [BUYER, SELLER].map((identifier) => ({ identifier, proxyIdentifier: number }));
    return ok(this.session({ participants, ...params }));
  }
}

/** The proxy numbers of a session's participants, in their order. */
export const numbersOf = (session: Session): E164[] =>
  session.participants.map(({ proxyIdentifier }) => proxyIdentifier);

/** A session's participants, who must be there. */
export function both({ participants }: Session): [Participant, Participant] {
  const [first, second] = participants;
  if (!first || !second) throw new Error('the session lacks a participant');
  return [first, second];
}
