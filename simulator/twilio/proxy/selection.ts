import { countryOf } from '../account/numbers';
import type { ProxyNumber, ProxyService, SessionMode } from '../model';
import { TwilioError } from '../twilio-error';
import { refusal } from './errors';
import type { NumberPool } from './numbers';
import type { AssignedNumber, ParticipantParams } from './params';
import type { RouteTable } from './routes';

/** What a participant is given a number for. */
export interface Wish {
  service: ProxyService;
  mode: SessionMode;
  params: ParticipantParams;
  /** The number of the other participant, which Proxy gives to both where it can. */
  partners?: AssignedNumber | undefined;
}

/**
 * Finds the number that a participant is to dial: the pinned one, or one that Proxy chooses.
 * https://www.twilio.com/docs/proxy/understanding-phone-number-management
 */
export class NumberSelection {
  readonly #pool: NumberPool;
  readonly #routes: RouteTable;

  constructor(pool: NumberPool, routes: RouteTable) {
    this.#pool = pool;
    this.#routes = routes;
  }

  select(wish: Wish): AssignedNumber | TwilioError {
    const { proxyIdentifier, proxyIdentifierSid } = wish.params;
    return proxyIdentifier || proxyIdentifierSid ? this.#pinned(wish) : this.#chosen(wish);
  }

  /** A pinned number may be reserved and of any country, but it must be the service's, capable and free. */
  #pinned(wish: Wish): AssignedNumber | TwilioError {
    const number = this.#named(wish);
    if (number instanceof TwilioError) return number;
    const incapable = this.#capable(wish.mode, [number]);
    if (incapable instanceof TwilioError) return incapable;
    return this.#isFree(wish, number) ? number : refusal.proxyIdentifierInUse();
  }

  #named({ service, params }: Wish): ProxyNumber | TwilioError {
    const bySid = params.proxyIdentifierSid && this.#pool.get(service.sid, params.proxyIdentifierSid);
    if (bySid instanceof TwilioError) return refusal.numberNotInService();
    const byNumber = params.proxyIdentifier ?? '';
    const number = bySid || this.#pool.find(byNumber);
    if (!number) return this.#pool.owned(byNumber) ? refusal.numberNotInService() : refusal.numberNotOwned();
    return number.serviceSid === service.sid ? number : refusal.numberNotInService();
  }

  #chosen(wish: Wish): AssignedNumber | TwilioError {
    const compatible = this.#compatible(wish);
    if (compatible instanceof TwilioError) return compatible;
    const free = compatible.filter((number) => this.#isFree(wish, number));
    const [first, ...others] = free;
    if (!first) return refusal.allInUse();
    const partners = free.find((number) => number.sid === wish.partners?.sid);
    return (
      partners ??
      others.reduce((best, next) => (this.#rank(wish, next) < this.#rank(wish, best) ? next : best), first)
    );
  }

  #compatible(wish: Wish): ProxyNumber[] | TwilioError {
    const all = [...this.#pool.of(wish.service.sid)];
    if (all.length === 0) return refusal.noNumber();
    const unreserved = all.filter((number) => !number.isReserved);
    if (unreserved.length === 0) return refusal.onlyReserved();
    // The finer levels of GeoMatchLevel rest on geographic tables that Twilio does not publish: all mean "country".
    const country = countryOf(wish.params.identifier);
    const local = unreserved.filter((number) => this.#pool.owned(number.phoneNumber)?.isoCountry === country);
    return local.length === 0 ? refusal.noNumberInCountry(country) : this.#capable(wish.mode, local);
  }

  #capable(mode: SessionMode, numbers: ProxyNumber[]): ProxyNumber[] | TwilioError {
    const can = (what: 'voice' | 'sms') => (number: ProxyNumber) =>
      this.#pool.owned(number.phoneNumber)?.capabilities[what] === true;
    const talking = mode === 'message-only' ? numbers : numbers.filter(can('voice'));
    if (talking.length === 0) return refusal.noVoice();
    const texting = mode === 'voice-only' ? talking : talking.filter(can('sms'));
    return texting.length === 0 ? refusal.noSms() : texting;
  }

  #isFree({ params }: Wish, number: ProxyNumber): boolean {
    return this.#routes.live(params.identifier, number.phoneNumber) === undefined;
  }

  /** Lower is better: first the wished stickiness, then the least used number. */
  #rank({ service, params }: Wish, number: ProxyNumber): number {
    const known = this.#routes.previous(params.identifier, number.phoneNumber) !== undefined;
    const wanted = service.numberSelectionBehavior === 'prefer-sticky';
    const load = this.#routes.load(number.phoneNumber);
    return known === wanted ? load : load + Number.MAX_SAFE_INTEGER / 2;
  }
}
