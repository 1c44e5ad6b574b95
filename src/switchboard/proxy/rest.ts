import type { Twilio } from 'twilio';
import type { Deadline } from '../../masking/ports';

export interface TwilioSettings {
  readonly accountSid: string;
  readonly authToken: string;
  /** Where Twilio's hosts are found as `{base}/{host}/...` instead of on the internet; for local runs against a simulator. */
  readonly apiBaseUrl?: string;
}

/** The longest that one REST call may take, in milliseconds. */
const CALL_MS = 4_000;
/** What is kept of the deadline for writing down the outcome, in milliseconds. */
const STORE_RESERVE_MS = 700;
const SHORTEST_CALL_MS = 50;
const DEFAULT_RETRY_SECONDS = 1;

type RequestClient = Twilio['httpClient'];

let shared: RequestClient | undefined;

/**
 * The real Twilio client whose calls end with the deadline. `twilio` is loaded here and nowhere else, because that alone takes over
 * a tenth of a second. Connections are shared by all clients of an instance.
 */
export async function twilioClient(settings: TwilioSettings, deadline: Deadline): Promise<Twilio> {
  const { Twilio, RequestClient } = (await import('twilio')).default;
  shared ??= new RequestClient({ keepAlive: true });
  const httpClient = Object.assign(Object.create(shared) as RequestClient, {
    request: bounded(shared, settings, deadline),
  });
  return new Twilio(settings.accountSid, settings.authToken, { httpClient, lazyLoading: true });
}

function bounded(
  client: RequestClient,
  settings: TwilioSettings,
  deadline: Deadline,
): RequestClient['request'] {
  return async (options) => {
    const left = deadline.remainingMs() - STORE_RESERVE_MS;
    const timeout = Math.max(SHORTEST_CALL_MS, Math.min(CALL_MS, left));
    const uri = settings.apiBaseUrl
      ? options.uri.replace('https://', `${settings.apiBaseUrl}/`)
      : options.uri;
    const answer = await inTime(client.request({ ...options, uri, timeout }), timeout);
    if (answer.statusCode === 429) throw new RateLimited(answer.headers['retry-after']);
    return answer;
  };
}

/** Twilio's own exception drops the headers, and with them how long to wait. */
export class RateLimited extends Error {
  override readonly name = 'RateLimited';
  /** Seconds. */
  readonly retryAfterSeconds: number;

  constructor(retryAfter: unknown) {
    super('too many requests');
    const seconds = Number(retryAfter);
    this.retryAfterSeconds = Number.isFinite(seconds) && seconds >= 0 ? seconds : DEFAULT_RETRY_SECONDS;
  }
}

/** The client's own timeout starts anew with every byte that arrives; this one does not. */
async function inTime<T>(answer: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' })),
      ms,
    );
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
