import { setTimeout as wait } from 'node:timers/promises';
import { type Failure as Cause, failureOf } from '../src/switchboard/proxy/failure';
import { Failure } from './command';

const ATTEMPTS = 4;
const NOT_FOUND = 20404;
/** The longest wait that a command takes upon itself, in milliseconds. */
const LONGEST_PAUSE_MS = 10_000;

/** Twilio did not do what a command asked for; the message says what to do. */
export class TwilioFailure extends Failure {
  constructor(
    message: string,
    /** Twilio's error code, where it named one. */
    readonly code?: number,
  ) {
    super(message);
  }
}

/** What to do about Twilio's error codes. @see https://www.twilio.com/docs/api/errors */
const ADVICE: Readonly<Record<number, string>> = {
  20003:
    'Twilio refuses ACCOUNT_SID and AUTH_TOKEN. Copy both from https://console.twilio.com (the live ones, not the test credentials).',
  80101: 'The number is in another Proxy service. Take it out there first, or leave it out here.',
  80506:
    'Twilio Proxy is closed to this account. Ask Twilio to open it, or use the voice switchboard: npm run setup -- --switchboard voice',
  80611: 'A call or session still uses the number. Close the session, or wait for its end, and try again.',
  80622: 'The Proxy service holds as many numbers as it can: 500, and 5,000 reserved ones.',
};

/**
 * Makes a REST call for an operator, who can wait: where Twilio asks for fewer requests, the call is made again. Only for calls that are
 * safe to repeat.
 * @throws TwilioFailure with a sentence that tells what to do.
 */
export async function askTwilio<T>(call: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      const cause = failureOf(error);
      const pauseMs = pauseAfter(cause);
      if (pauseMs === undefined || attempt === ATTEMPTS) throw described(cause, error);
      await wait(pauseMs);
    }
  }
}

function pauseAfter(cause: Cause): number | undefined {
  if (cause.kind === 'lost') return 0;
  if (cause.kind !== 'rate_limited') return undefined;
  const pauseMs = cause.retryAfterSeconds * 1_000;
  return pauseMs <= LONGEST_PAUSE_MS ? pauseMs : undefined;
}

function described(cause: Cause, error: unknown): unknown {
  if (error instanceof Failure) return error;
  const isUnclear = cause.kind === 'unknown' || cause.kind === 'lost';
  if (isUnclear && !isOfTwilio(error)) return error;
  return new TwilioFailure(adviceOn(cause), cause.kind === 'gone' ? NOT_FOUND : codeOf(error));
}

/** What to do about a call to Twilio that failed, in a sentence for an operator. */
export function adviceOn(cause: Cause): string {
  switch (cause.kind) {
    case 'rejected':
      return adviceOnRefusal(cause.status, cause.code);
    case 'gone':
      return 'Twilio does not know it (404).';
    case 'rate_limited':
      return 'Twilio asks for fewer requests (429). Wait a minute and try again.';
    case 'not_sent':
      return 'Twilio cannot be reached. Check the network, and TWILIO_API_BASE_URL if set.';
    case 'lost':
    case 'unknown':
      return 'Twilio did not answer. Try again in a minute.';
    default:
      return `Twilio refused (${cause.kind.replaceAll('_', ' ')}).`;
  }
}

function adviceOnRefusal(status: number, code: number | undefined): string {
  if (code === undefined) return `Twilio refused with status ${status}.`;
  const advice = ADVICE[code];
  if (advice !== undefined) return `${advice} (error ${code})`;
  return `Twilio refused with error ${code}: https://www.twilio.com/docs/api/errors/${code}`;
}

function codeOf(error: unknown): number | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'number' ? code : undefined;
}

/** A fault of our own keeps its stack trace. */
function isOfTwilio(error: unknown): boolean {
  return error instanceof Error && ('status' in error || 'code' in error);
}
