import type { AccountNumbers } from '../account/numbers';
import { Collection, type Cursor, type Page } from '../collection';
import type { AccountNumber, Clock, ProxyNumber, Sid } from '../model';
import type { TwilioError } from '../twilio-error';
import { refusal } from './errors';
import type { ProxyNumberParams } from './params';

/** Limits of one service: https://www.twilio.com/docs/api/errors/80622 */
const LIMITS = { unreserved: 500, reserved: 5000 };

/** Stands for the address to which Twilio points a number that joins a service; what was set there before is lost. */
const PROXY_WEBHOOKS = {
  voiceUrl: 'https://proxy.twilio.com/v1/Webhooks/Call',
  smsUrl: 'https://proxy.twilio.com/v1/Webhooks/Message',
};

/** The proxy numbers of every service. https://www.twilio.com/docs/proxy/api/phone-number */
export class NumberPool {
  readonly #byService = new Map<string, Collection<ProxyNumber>>();
  readonly #byNumber = new Map<string, ProxyNumber>();
  readonly #clock: Clock;
  readonly #account: AccountNumbers;

  constructor(clock: Clock, account: AccountNumbers) {
    this.#clock = clock;
    this.#account = account;
  }

  /** The account's record of a number, which knows its country and capabilities. */
  owned(number: string): AccountNumber | undefined {
    return this.#account.get(number);
  }

  find(number: string): ProxyNumber | undefined {
    return this.#byNumber.get(number);
  }

  get(serviceSid: string, sid: string): ProxyNumber | TwilioError {
    return this.#byService.get(serviceSid)?.get(sid) ?? refusal.notFound('PhoneNumber');
  }

  of(serviceSid: string): Iterable<ProxyNumber> {
    return this.#byService.get(serviceSid) ?? [];
  }

  page(serviceSid: string, limit: number, cursor?: Cursor): Page<ProxyNumber> {
    return this.#byService.get(serviceSid)?.page(limit, cursor) ?? { records: [] };
  }

  add(serviceSid: Sid<'KS'>, params: ProxyNumberParams): ProxyNumber | TwilioError {
    if (!params.sid === !params.phoneNumber) return refusal.invalid('either Sid or PhoneNumber is required');
    const owned = this.#account.bySid(params.sid ?? '') ?? this.#account.get(params.phoneNumber ?? '');
    if (!owned) return refusal.numberNotOwned();
    if (this.find(owned.phoneNumber)) return refusal.numberInOtherService();
    const isReserved = params.isReserved ?? false;
    if (this.#isFull(serviceSid, isReserved)) return refusal.tooManyNumbers();
    this.#account.update(owned.sid, PROXY_WEBHOOKS);
    return this.#insert(serviceSid, owned, isReserved);
  }

  update(serviceSid: string, sid: string, isReserved: boolean | undefined): ProxyNumber | TwilioError {
    const number = this.get(serviceSid, sid);
    if (!('sid' in number)) return number;
    const wanted = isReserved ?? number.isReserved;
    if (wanted !== number.isReserved && this.#isFull(serviceSid, wanted)) return refusal.tooManyNumbers();
    return Object.assign(number, { isReserved: wanted, dateUpdated: this.#clock.now() });
  }

  remove(number: ProxyNumber): void {
    this.#byService.get(number.serviceSid)?.delete(number.sid);
    this.#byNumber.delete(number.phoneNumber);
  }

  removeService(serviceSid: string): void {
    for (const number of this.of(serviceSid)) this.#byNumber.delete(number.phoneNumber);
    this.#byService.delete(serviceSid);
  }

  #insert(serviceSid: Sid<'KS'>, owned: AccountNumber, isReserved: boolean): ProxyNumber {
    const now = this.#clock.now();
    const { sid, phoneNumber } = owned;
    const number = { sid, serviceSid, phoneNumber, isReserved, dateCreated: now, dateUpdated: now };
    const numbers = this.#byService.get(serviceSid) ?? new Collection<ProxyNumber>();
    this.#byService.set(serviceSid, numbers);
    this.#byNumber.set(phoneNumber, number);
    return numbers.add(number);
  }

  #isFull(serviceSid: string, isReserved: boolean): boolean {
    const alike = [...this.of(serviceSid)].filter((number) => number.isReserved === isReserved).length;
    return alike >= (isReserved ? LIMITS.reserved : LIMITS.unreserved);
  }
}
