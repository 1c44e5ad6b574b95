import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { Collection } from '../collection';
import type { AccountNumber, Clock, E164, Sid } from '../model';
import { newSid } from '../sids';

/** What can be said of a number when it is put into the account; the rest has Twilio's defaults. */
export type NewAccountNumber = Pick<AccountNumber, 'phoneNumber'> &
  Partial<Omit<AccountNumber, 'sid' | 'phoneNumber' | 'dateCreated' | 'dateUpdated'>>;

/** What may change of a number. */
export type AccountNumberChanges = Partial<
  Pick<AccountNumber, 'friendlyName' | 'capabilities'> & NumberWebhooks
>;

/** Where Twilio asks what to do with a call or text to a number, and where it reports how a call ended. */
export type NumberWebhooks = Pick<
  AccountNumber,
  | 'voiceUrl'
  | 'voiceMethod'
  | 'voiceFallbackUrl'
  | 'voiceFallbackMethod'
  | 'smsUrl'
  | 'smsMethod'
  | 'smsFallbackUrl'
  | 'smsFallbackMethod'
  | 'statusCallback'
  | 'statusCallbackMethod'
>;

/** What a number has where nothing was set. */
const noWebhooks: NumberWebhooks = {
  voiceUrl: '',
  voiceMethod: 'POST',
  voiceFallbackUrl: '',
  voiceFallbackMethod: 'POST',
  smsUrl: '',
  smsMethod: 'POST',
  smsFallbackUrl: '',
  smsFallbackMethod: 'POST',
  statusCallback: '',
  statusCallbackMethod: 'POST',
};

/** The numbers that the account owns. */
export class AccountNumbers {
  readonly records = new Collection<AccountNumber>();
  readonly #byNumber = new Map<string, AccountNumber>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Buys a number. Japanese numbers can only talk unless `capabilities` says otherwise; others can text too. */
  add(number: NewAccountNumber): AccountNumber {
    const known = this.#byNumber.get(number.phoneNumber);
    if (known) return known;
    const isoCountry = number.isoCountry ?? countryOf(number.phoneNumber);
    const now = this.#clock.now();
    const record: AccountNumber = {
      sid: newSid('PN'),
      friendlyName: number.phoneNumber,
      isoCountry,
      capabilities: { voice: true, sms: isoCountry !== 'JP', mms: false, fax: false },
      ...noWebhooks,
      dateCreated: now,
      dateUpdated: now,
      ...number,
    };
    this.#byNumber.set(record.phoneNumber, record);
    return this.records.add(record);
  }

  get(number: string): AccountNumber | undefined {
    return this.#byNumber.get(number);
  }

  bySid(sid: string): AccountNumber | undefined {
    return this.records.get(sid);
  }

  update(sid: Sid<'PN'>, changes: AccountNumberChanges): AccountNumber | undefined {
    const record = this.records.get(sid);
    return record && Object.assign(record, changes, { dateUpdated: this.#clock.now() });
  }

  /** Releases a number; `false` where the account has no such number. */
  remove(number: E164): boolean {
    const record = this.#byNumber.get(number);
    this.#byNumber.delete(number);
    return record !== undefined && this.records.delete(record.sid);
  }
}

/** ISO 3166-1 alpha-2 of an E.164 number, `ZZ` where it has none (ISO's code for "unknown"). */
export function countryOf(number: string): string {
  return parsePhoneNumberFromString(number)?.country ?? 'ZZ';
}
