/** One of the two people on the page. */
export interface PhoneUser {
  /** The marketplace's own id. */
  id: string;
  /** For each of the page's languages. */
  name: Readonly<Record<'ja' | 'en', string>>;
  /** The real number, E.164: the simulated handset. */
  phone: string;
  /** A call ticket for calling the other one. */
  ticket: string;
}

/** What the page needs to know, served as `config.json`. */
export interface PhonesConfig {
  /** Base URL of the Functions, without a slash at the end. */
  functionsUrl: string;
  /** Whether the service's numbers can text. */
  canText: boolean;
  /** The buyer and the seller. */
  users: readonly [PhoneUser, PhoneUser];
}
