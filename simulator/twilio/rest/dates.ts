import type { Instant } from '../model';

/** As proxy.twilio.com renders a date: ISO 8601 in UTC, whole seconds. */
export const isoDate = (instant: Instant): string => `${new Date(instant).toISOString().slice(0, 19)}Z`;

/** As api.twilio.com renders a date: RFC 2822 in UTC. */
export const rfc2822Date = (instant: Instant): string =>
  new Date(instant).toUTCString().replace('GMT', '+0000');

/** A date that may be missing. */
export const orNull = (instant: Instant | null, render: (instant: Instant) => string): string | null =>
  instant === null ? null : render(instant);
