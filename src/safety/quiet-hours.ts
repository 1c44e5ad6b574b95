/** A time of every day, in minutes after midnight; it may span midnight, and its last minute is not part of it. */
export interface QuietHours {
  readonly fromMinute: number;
  readonly untilMinute: number;
}

/** Whether no phone may ring at this instant (milliseconds since the epoch), by the clocks of an IANA time zone such as `Asia/Tokyo`. */
export function isQuiet({ fromMinute, untilMinute }: QuietHours, timeZone: string, atMs: number): boolean {
  const minute = minuteOfDay(timeZone, atMs);
  return fromMinute < untilMinute
    ? fromMinute <= minute && minute < untilMinute
    : fromMinute <= minute || minute < untilMinute;
}

function minuteOfDay(timeZone: string, atMs: number): number {
  const clock = new Intl.DateTimeFormat('en', {
    timeZone,
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  });
  const parts = Object.fromEntries(clock.formatToParts(atMs).map(({ type, value }) => [type, Number(value)]));
  return (parts.hour ?? 0) * 60 + (parts.minute ?? 0);
}
