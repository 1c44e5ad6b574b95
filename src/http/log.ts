/** Everything that may be logged: a field that is not here cannot be, so no number, ticket, key or text can slip in. */
export interface LogFields {
  readonly event: string;
  readonly requestId: string;
  readonly level?: 'info' | 'warn' | 'error';
  readonly code?: string;
  readonly reason?: string;
  readonly status?: number;
  readonly ms?: number;
  readonly closed?: number;
  readonly pending?: number;
  readonly delivered?: number;
  readonly failed?: number;
  readonly sessionSid?: string;
  readonly interactionSid?: string;
  readonly resourceSid?: string;
  readonly variables?: readonly string[];
}

const FIELDS: readonly (keyof LogFields)[] = [
  'event',
  'level',
  'requestId',
  'code',
  'reason',
  'status',
  'ms',
  'closed',
  'pending',
  'delivered',
  'failed',
  'sessionSid',
  'interactionSid',
  'resourceSid',
  'variables',
];

/** Writes one line of JSON. Only the known fields are taken from the object, whatever else a caller may have spread into it. */
export function log(fields: LogFields): void {
  const line = Object.fromEntries(
    FIELDS.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])),
  );
  const write =
    fields.level === 'error' ? console.error : fields.level === 'warn' ? console.warn : console.log;
  write(JSON.stringify(line));
}

/** A Twilio sid as it came in a webhook, or undefined where it is none: nothing unchecked goes into a log. */
export function sidOrNothing(text: unknown): string | undefined {
  return typeof text === 'string' && /^[A-Z]{2}[0-9a-fA-F]{32}$/.test(text) ? text : undefined;
}

/** What may be said of an unexpected error: its kind and where it was thrown, never its message. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return 'not an error';
  const { name, message, stack = '' } = error;
  const start = stack.indexOf(message);
  const frames = start < 0 ? '' : stack.slice(start + message.length);
  const place = /^ *(at .*)$/m.exec(frames)?.[1] ?? '';
  return `${name} ${place}`.trim();
}
