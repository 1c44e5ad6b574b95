import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Config } from '../../src/config';
import { type Country, isE164, type ProxyNumber } from '../../src/masking/numbers';
import type { PoolNumber } from '../../src/store/redis-pool';
import { Failure } from '../command';
import { proxyServiceSid } from '../proxy-service';
import { type AccountNumber, accountNumbers, isOfProxy } from '../setup/account-numbers';
import { isOfVoice } from '../setup/voice-urls';
import { askTwilio } from '../twilio-call';
import { clientFor } from '../twilio-client';

/** ISO's code for a country that is not known. */
const NO_COUNTRY = 'ZZ' as Country;

/** A number that sessions can be given. */
export interface ListedNumber extends PoolNumber {
  /** Twilio Proxy gives a reserved number to nobody by itself; the service uses it all the same. */
  readonly isReserved: boolean;
}

/** Which numbers of the account the voice switchboard uses. Where nothing is said, those that call it; before any does, all. */
export interface Selection {
  /** What the FriendlyName of a number has in it. */
  readonly tag?: string | undefined;
  /** In E.164. */
  readonly numbers?: readonly string[] | undefined;
}

/**
 * The numbers that the configured switchboard can use, page by page: those of the Proxy service, or for the voice switchboard those of the
 * account that Proxy has not taken over.
 * @throws Failure where the selection names a number that cannot be used; TwilioFailure
 */
export function listNumbers(config: Config, selection: Selection = {}): Promise<ListedNumber[]> {
  return config.SWITCHBOARD === 'voice' ? numbersOfAccount(config, selection) : numbersOfProxy(config);
}

async function numbersOfProxy(config: Config): Promise<ListedNumber[]> {
  const client = await clientFor(config);
  const { phoneNumbers } = client.proxy.v1.services(proxyServiceSid(config));
  const records = await askTwilio(() => phoneNumbers.list({ pageSize: 100 }));
  return records.map(({ phoneNumber, isoCountry, capabilities, isReserved }) => ({
    number: checked(phoneNumber),
    country: isoCountry as Country,
    canCall: capabilities.voice,
    canText: capabilities.sms,
    isReserved,
  }));
}

async function numbersOfAccount(config: Config, selection: Selection): Promise<ListedNumber[]> {
  const { tag = '', numbers } = selection;
  const all = await accountNumbers(await clientFor(config));
  const usable = all.filter(({ webhooks }) => !isOfProxy(webhooks));
  const missing = numbers?.filter((wanted) => !usable.some(({ number }) => number === wanted)) ?? [];
  if (missing.length > 0)
    throw new Failure(
      `Not in the account, or in a Proxy service: ${missing.join(', ')}. Nothing was changed.`,
    );
  return unlessChosen(selection, usable)
    .filter(({ friendlyName, number }) => friendlyName.includes(tag) && (numbers?.includes(number) ?? true))
    .map(({ number, canCall, canText }) => ({
      number: checked(number),
      country: countryOf(number),
      canCall,
      canText,
      isReserved: false,
    }));
}

/** Somebody else's numbers in the account must not get into the pool by chance: calls to them go elsewhere. */
function unlessChosen({ tag, numbers }: Selection, usable: readonly AccountNumber[]) {
  if (tag !== undefined || numbers !== undefined) return usable;
  const calling = usable.filter(({ webhooks }) => isOfVoice(webhooks));
  return calling.length > 0 ? calling : usable;
}

/** The account's list of numbers does not tell the country. */
function countryOf(number: string): Country {
  const country = parsePhoneNumberFromString(number)?.country;
  return country === undefined ? NO_COUNTRY : (country as string as Country);
}

function checked(phoneNumber: string): ProxyNumber {
  if (!isE164(phoneNumber)) throw new Error('Twilio listed a number that is not in E.164 form');
  return phoneNumber as ProxyNumber;
}
