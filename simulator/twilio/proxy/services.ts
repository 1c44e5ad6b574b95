import { Collection } from '../collection';
import type { Clock, ProxyService } from '../model';
import { newSid } from '../sids';
import { TwilioError } from '../twilio-error';
import { refusal } from './errors';
import type { ServiceChanges } from './params';

/** https://www.twilio.com/docs/proxy/api/service */
export const UNIQUE_NAME_LENGTH = 191;

/** The Proxy services of the account, found by sid or by unique name. */
export class Services {
  readonly records = new Collection<ProxyService>();
  readonly #byName = new Map<string, ProxyService>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get(sidOrUniqueName: string): ProxyService | TwilioError {
    return (
      this.records.get(sidOrUniqueName) ?? this.#byName.get(sidOrUniqueName) ?? refusal.notFound('Service')
    );
  }

  create(params: ServiceChanges & { uniqueName: string }): ProxyService | TwilioError {
    const refused = this.#refuseName(params.uniqueName);
    if (refused) return refused;
    const now = this.#clock.now();
    const service: ProxyService = {
      sid: newSid('KS'),
      defaultTtl: 0,
      callbackUrl: null,
      interceptCallbackUrl: null,
      outOfSessionCallbackUrl: null,
      geoMatchLevel: 'country',
      numberSelectionBehavior: 'prefer-sticky',
      chatInstanceSid: null,
      dateCreated: now,
      dateUpdated: now,
      ...params,
    };
    this.#byName.set(service.uniqueName, service);
    return this.records.add(service);
  }

  update(sid: string, changes: ServiceChanges): ProxyService | TwilioError {
    const service = this.get(sid);
    if (service instanceof TwilioError) return service;
    const { uniqueName = service.uniqueName } = changes;
    const refused = uniqueName === service.uniqueName ? undefined : this.#refuseName(uniqueName);
    if (refused) return refused;
    this.#byName.delete(service.uniqueName);
    this.#byName.set(uniqueName, service);
    return Object.assign(service, changes, { dateUpdated: this.#clock.now() });
  }

  delete(service: ProxyService): void {
    this.records.delete(service.sid);
    this.#byName.delete(service.uniqueName);
  }

  #refuseName(uniqueName: string): TwilioError | undefined {
    if (uniqueName === '' || uniqueName.length > UNIQUE_NAME_LENGTH) return refusal.invalid('UniqueName');
    return this.#byName.has(uniqueName) ? refusal.uniqueNameTaken() : undefined;
  }
}
