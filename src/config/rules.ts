import * as v from 'valibot';
import type { Country } from '../masking/numbers';
import type { QuietHours } from '../safety/quiet-hours';
import type { Action, FindingKind } from '../safety/screening';
import { list } from './values';

/** ISO 3166-1 alpha-2. */
export const country: v.GenericSchema<string, Country> = v.pipe(
  v.string(),
  v.regex(/^[A-Z]{2}$/, 'must be two capital letters, such as JP'),
  v.transform((text) => text as Country),
);

const POLICY_ENTRY = /^(phone|email|messenger|url|direct-dealing):(reject|flag|ignore)$/;
/** What becomes of each kind of finding, such as `url:flag`. */
export const screeningPolicy: v.GenericSchema<string, Partial<Record<FindingKind, Action>>> = v.pipe(
  list(v.pipe(v.string(), v.regex(POLICY_ENTRY, 'must list kind:action, such as url:flag'))),
  v.transform((entries) => Object.fromEntries(entries.map((entry) => entry.split(':')))),
);

const QUIET_HOURS = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/;
/** A span of the day, also over midnight, such as `22:00-08:00`. */
export const quietHours: v.GenericSchema<string, QuietHours> = v.pipe(
  v.string(),
  v.regex(QUIET_HOURS, 'must be hh:mm-hh:mm, such as 22:00-08:00'),
  v.transform((text) => {
    const [from = 0, fromRest = 0, until = 0, untilRest = 0] = text.split(/[:-]/).map(Number);
    return { fromMinute: from * 60 + fromRest, untilMinute: until * 60 + untilRest };
  }),
  v.check(({ fromMinute, untilMinute }) => fromMinute !== untilMinute, 'must leave some time for calls'),
);

/** Whether the runtime knows this name of the IANA time zone database. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}
