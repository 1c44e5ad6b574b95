import { type Language, textsFor } from './texts';

/** What a press of the button needs. */
export interface ConnectRequest {
  /** URL of the service's `/connect`. */
  endpoint: string;
  /** The call ticket of the marketplace's backend. */
  ticket: string;
  language: Language;
  timeoutMs: number;
  /** Aborted when the answer is no longer wanted. */
  signal: AbortSignal;
}

/** The number to dial, E.164, and until when it reaches the partner (ISO 8601; absent when the service does not say). */
export interface Connection {
  tel: string;
  expiresAt: string | undefined;
}

/** `code` is the service's own, or `offline`, `timeout`, `network`, `no-ticket`, `bad-answer`. */
export interface Failure {
  code: string;
  message: string;
}

export type ConnectResult = { ok: true; connection: Connection } | { ok: false; failure: Failure };

/** Asks the service for the number that reaches the partner. Never rejects; one request, no retries of its own. */
export async function connect(request: ConnectRequest): Promise<ConnectResult> {
  const texts = textsFor(request.language);
  if (request.ticket === '') return failed('no-ticket', texts.noTicket);
  if (!navigator.onLine) return failed('offline', texts.offline);
  const deadline = new Deadline(request);
  try {
    return read(await ask(request, deadline.signal), texts.failed);
  } catch {
    return deadline.isOver ? failed('timeout', texts.timeout) : failed('network', texts.failed);
  } finally {
    deadline.clear();
  }
}

/** Aborts when the time is over or the answer is no longer wanted. By hand, for browsers without `AbortSignal.any`. */
class Deadline {
  readonly #controller = new AbortController();
  readonly #timer: ReturnType<typeof setTimeout>;
  isOver = false;

  constructor({ signal, timeoutMs }: Pick<ConnectRequest, 'signal' | 'timeoutMs'>) {
    signal.addEventListener('abort', () => this.#controller.abort());
    this.#timer = setTimeout(() => {
      this.isOver = true;
      this.#controller.abort();
    }, timeoutMs);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  clear(): void {
    clearTimeout(this.#timer);
  }
}

/** The parsed body; undefined when it is no JSON. */
async function ask({ endpoint, ticket, language }: ConnectRequest, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { Authorization: `Bearer ${ticket}`, 'Accept-Language': language },
    cache: 'no-store',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    signal,
  });
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function read(answer: unknown, fallback: string): ConnectResult {
  const { status, data, code, message } = fields(answer);
  if (status !== 'success') return failed(text(code) ?? 'bad-answer', text(message) ?? fallback);
  const { tel, expiresAt } = fields(data);
  // Only a phone number may become a link, whatever the endpoint answers.
  if (typeof tel !== 'string' || !/^\+[1-9]\d{6,14}$/.test(tel)) return failed('bad-answer', fallback);
  return { ok: true, connection: { tel, expiresAt: text(expiresAt) } };
}

function failed(code: string, message: string): ConnectResult {
  return { ok: false, failure: { code, message } };
}

function fields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
