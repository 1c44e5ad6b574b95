import type { Country } from '../masking/numbers';
import type { SwitchboardName } from '../masking/session';
import type { NamedKey } from './seal';

export interface Quota {
  readonly perHour: number;
  readonly perDay: number;
}

/** What the store must know of the configuration. */
export interface StoreSettings {
  /** Begins every key, so that several services can share a database. */
  readonly prefix: string;
  /** Where new sessions open; those that live elsewhere live out. */
  readonly switchboard: SwitchboardName;
  readonly lookupKey: Uint8Array;
  /** Seals numbers. */
  readonly dataKey: NamedKey;
  /** Every key that may have sealed a number: `dataKey` and the older ones. */
  readonly openingKeys: readonly NamedKey[];
  readonly defaultCountry: Country;
  readonly sessionTtlSeconds: number;
  /** How long a request may hold a reservation before another takes it over. */
  readonly reservationSeconds: number;
  readonly maxSessionsPerUser: number;
  readonly coolOffSeconds: number;
  readonly callLogDays: number;
  readonly reportDays: number;
  /** Whether somebody receives events; otherwise none is written. */
  readonly announcesEvents: boolean;
  /** Wrong PINs that are heard within an hour, of one caller and on one number of the service. */
  readonly pinTriesPerHour: { readonly caller: number; readonly number: number };
  readonly quotas: {
    /** New sessions that one user may open. */
    readonly user: Quota;
    /** New sessions of one pair. */
    readonly pair: Quota;
    /** New sessions of the whole service in a day: a ceiling against toll fraud. */
    readonly serviceDaily: number;
    /** Calls and texts inside one session. */
    readonly interactionsPerHour: number;
  };
  /** Who has this many texts rejected within the window is paused; 0 for never. */
  readonly pauses: {
    readonly afterViolations: number;
    readonly windowSeconds: number;
    readonly pauseSeconds: number;
  };
}

/** What the scripts that count rejected texts are told. */
export function pauseArguments({ afterViolations, windowSeconds, pauseSeconds }: StoreSettings['pauses']) {
  return {
    pauseAfter: afterViolations,
    pauseWindowMs: windowSeconds * 1000,
    pauseMs: pauseSeconds * 1000,
  };
}
