import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  type MetadataJson,
  type NumberType,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/core';
import examples from 'libphonenumber-js/examples.mobile.json';
import { parsePhoneNumberFromString as parseWithFullPlans } from 'libphonenumber-js/max';
import full from 'libphonenumber-js/metadata.max.json';
import { METADATA_FILE, trimmedMetadata } from '../../scripts/phone-metadata';
import { inProject } from '../../scripts/project';
import trimmed from '../../src/masking/phone-metadata.json';

const fullPlans = full as unknown as MetadataJson;
const trimmedPlans = trimmed as unknown as MetadataJson;
const TYPES: readonly NonNullable<NumberType>[] = [
  'FIXED_LINE',
  'MOBILE',
  'TOLL_FREE',
  'PREMIUM_RATE',
  'PERSONAL_NUMBER',
  'VOICEMAIL',
  'UAN',
  'PAGER',
  'VOIP',
  'SHARED_COST',
];
const SAMPLES = 3;

/** What decides whether a number may be called. */
function judgement(parsed: PhoneNumber | undefined) {
  return { country: parsed?.country, valid: parsed?.isValid(), type: parsed?.getType() };
}

function expectSameJudgement(number: string): void {
  const byTrimmed = judgement(parsePhoneNumberFromString(number, trimmedPlans));
  expect([number, byTrimmed]).toEqual([number, judgement(parseWithFullPlans(number))]);
}

/** Where a country's plan in the file holds its types, each beginning with a pattern, in the order of `TYPES`. */
const TYPES_FIELD = 11;

/** Numbers that the full plans count among one country's numbers of one type. */
function numbersOf(country: CountryCode, type: NonNullable<NumberType>): string[] {
  const plan = full.countries[country] as unknown as Record<number, ([pattern: string] | 0)[] | undefined>;
  const [pattern] = plan[TYPES_FIELD]?.[TYPES.indexOf(type)] || [];
  if (!pattern) return [];
  return fc
    .sample(fc.stringMatching(new RegExp(`^(?:${pattern})$`)), { numRuns: SAMPLES, seed: 1 })
    .map((national) => `+${getCountryCallingCode(country, fullPlans)}${national}`);
}

describe('the trimmed numbering plans', () => {
  it('are what the installed libphonenumber-js gives', () => {
    expect(readFileSync(inProject(METADATA_FILE), 'utf8') === trimmedMetadata()).toBe(true);
  });

  it('judge the example of every country as the full ones do', () => {
    const countries = getCountries(fullPlans);
    expect(countries.length).toBeGreaterThan(200);
    for (const country of countries) {
      const number = `+${getCountryCallingCode(country, fullPlans)}${examples[country]}`;
      expect(parseWithFullPlans(number)?.isValid()).toBe(true);
      expectSameJudgement(number);
    }
  });

  it.each(TYPES)('judge numbers of every country of type %s as the full ones do', (type) => {
    const numbers = getCountries(fullPlans).flatMap((country) => numbersOf(country, type));
    expect(numbers.map((number) => parseWithFullPlans(number)?.getType())).toContain(type);
    for (const number of numbers) expectSameJudgement(number);
  });
});
