import parsePhoneNumber, {
  type CountryCode,
  isSupportedCountry,
  type MetadataJson,
  type NumberType,
  validatePhoneNumberLength,
} from 'libphonenumber-js/core';
import type { Country, NumberRefusal, NumberResult, RealNumber } from './numbers';

import plans from './phone-metadata.json';

/** Made by `npm run phone-metadata`; a test holds it to the installed libphonenumber-js. */
const metadata = plans as unknown as MetadataJson;

export interface NumberPolicy {
  /** Where a number without a country code belongs. */
  readonly defaultCountry: Country;
  /** Where calls may go; every other country is refused against toll fraud. */
  readonly allowedCountries: readonly Country[];
  /** Beginnings of E.164 numbers that nobody may be joined with, such as `+81570`. */
  readonly refusedPrefixes?: readonly string[];
}

/**
 * Police, coast guard, fire and disaster lines of Japan, and the emergency numbers that mobile networks map to them.
 * @see https://www.soumu.go.jp/main_sosiki/joho_tsusin/top/tel_number/
 */
const EMERGENCY = new Set(['110', '112', '118', '119', '171', '911', '999']);

/** Every dash, wave and dot that stands between digits, also the long-vowel mark that Japanese keyboards give for a dash. */
const DASHES = /[\u2010-\u2015\u2212\u30fb\u30fc\u301c\uff5e~\u00ad]/g;
/** Direction marks and zero-width characters, which address books add when a number is copied. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
const SPELLING = /^[\s([]*\+?[\d\s().\-/[\]]+$/;
/** Longer than any spelling of a number, and short enough to be read cheaply. */
const LONGEST_SPELLING = 40;

const REFUSED_TYPES: Partial<Record<NonNullable<NumberType>, NumberRefusal>> = {
  TOLL_FREE: 'toll_free',
  PREMIUM_RATE: 'premium_rate',
  PERSONAL_NUMBER: 'premium_rate',
  SHARED_COST: 'premium_rate',
  UAN: 'premium_rate',
  PAGER: 'not_a_subscriber',
  VOICEMAIL: 'not_a_subscriber',
};

/**
 * Reads a number as people write it (full-width, hyphens, brackets, +81, 0081, 010 81) and answers its E.164 form, or why it
 * is not a subscriber that may be called.
 */
export function parseSubscriberNumber(text: string, policy: NumberPolicy): NumberResult {
  if (text.length > LONGEST_SPELLING) return refuse('too_long');
  const spelled = text.normalize('NFKC').replace(INVISIBLE, '').replace(DASHES, '-').trim();
  if (!SPELLING.test(spelled)) return refuse('invalid');
  const digits = spelled.replace(/\D/g, '');
  if (EMERGENCY.has(digits)) return refuse('emergency');
  return judge(international(spelled, digits), policy);
}

/** "00" is how most of the world begins an international number; Japan's own "010" is known to the parser. */
function international(spelled: string, digits: string): string {
  const number = spelled.includes('+') ? `+${digits}` : digits;
  return number.replace(/^00(?=[1-9])/, '+');
}

function judge(number: string, policy: NumberPolicy): NumberResult {
  const { defaultCountry, allowedCountries, refusedPrefixes = [] } = policy;
  const home = defaultCountry as string as CountryCode;
  if (!isSupportedCountry(home, metadata)) return refuse('country_not_allowed');
  const wrongLength = lengthRefusal(number, home);
  if (wrongLength !== undefined) return refuse(wrongLength);
  const parsed = parsePhoneNumber(number, { defaultCountry: home, extract: false }, metadata);
  if (parsed === undefined) return refuse('invalid');
  const country = parsed.country as Country | undefined;
  if (country !== undefined && !allowedCountries.includes(country)) return refuse('country_not_allowed');
  if (country === undefined || !parsed.isValid()) return refuse('invalid');
  if (refusedPrefixes.some((prefix) => parsed.number.startsWith(prefix))) return refuse('range_refused');
  const refusal = typeRefusal(parsed.getType());
  return refusal === undefined ? { ok: true, number: parsed.number as RealNumber, country } : refuse(refusal);
}

function lengthRefusal(number: string, country: CountryCode): NumberRefusal | undefined {
  const problem = validatePhoneNumberLength(number, country, metadata);
  if (problem === 'TOO_SHORT') return 'too_short';
  if (problem === 'TOO_LONG') return 'too_long';
  return undefined;
}

function typeRefusal(type: NumberType): NumberRefusal | undefined {
  return type === undefined ? 'not_a_subscriber' : REFUSED_TYPES[type];
}

function refuse(reason: NumberRefusal): NumberResult {
  return { ok: false, reason };
}
