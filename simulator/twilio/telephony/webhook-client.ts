import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import { connectionOf } from './connection-overrides';
import type { TelephonyPorts } from './ports';

export type Parameters = Record<string, string>;
export type Method = 'GET' | 'POST';

export interface WebhookRequest {
  url: string;
  method: Method;
  parameters: Parameters;
  /** What the request is for, as the log shows it. */
  purpose: string;
  /** Wall-clock milliseconds until Twilio gives up; 15,000 unless told. */
  timeoutMs?: number;
  /** Gives up early, as when the caller hangs up. */
  signal?: AbortSignal;
}

export interface WebhookAnswer {
  status: number;
  /** Lower case, without parameters. */
  contentType: string;
  body: string;
  /** The URL asked, against which relative ones in the answer resolve. */
  url: string;
}

/** https://www.twilio.com/docs/usage/webhooks/webhooks-overview */
const defaultTimeoutMs = 15_000;

/** Sends webhooks as Twilio does: form fields, signed, logged. */
export class WebhookClient {
  readonly #stopped = new AbortController();

  constructor(private readonly ports: Pick<TelephonyPorts, 'authToken' | 'log' | 'clock' | 'origins'>) {}

  /** The answer of whatever status, or undefined where none came in time. Never throws for a fault of the network. */
  async send({
    timeoutMs = defaultTimeoutMs,
    ...request
  }: WebhookRequest): Promise<WebhookAnswer | undefined> {
    const { url, retries, isRetried } = connectionOf(request.url);
    const end = performance.now() + timeoutMs;
    for (let attempt = 0; ; attempt += 1) {
      const answer = await this.#try({ ...request, url, timeoutMs: end - performance.now() });
      if (attempt === retries || !isRetried(answer?.status ?? 0) || performance.now() >= end) return answer;
    }
  }

  /** Ends every request under way, and refuses new ones. */
  stop(): void {
    this.#stopped.abort();
  }

  async #try(request: WebhookRequest): Promise<WebhookAnswer | undefined> {
    const started = performance.now();
    try {
      const answer = await this.#exchange(request);
      this.#log(request, started, answer.status, request.purpose);
      return answer;
    } catch (error) {
      this.#log(request, started, 0, `${request.purpose}: ${reason(error)}`);
      return undefined;
    }
  }

  async #exchange(request: WebhookRequest): Promise<WebhookAnswer> {
    // Not AbortSignal.timeout: inside AbortSignal.any, Node 20 can lose it to the garbage collector.
    const late = new AbortController();
    const lateness = new DOMException('No answer in time', 'TimeoutError');
    const timer = setTimeout(() => late.abort(lateness), request.timeoutMs);
    try {
      return await this.#fetch(request, late.signal);
    } finally {
      clearTimeout(timer);
    }
  }

  async #fetch(request: WebhookRequest, late: AbortSignal): Promise<WebhookAnswer> {
    if (isTwilio(request.url)) throw new Error("Twilio's own address answers nothing here");
    const ends = [this.#stopped.signal, late, ...(request.signal ? [request.signal] : [])];
    const [url, init] = this.#signed(request);
    const response = await fetch(this.#reached(url), { ...init, signal: AbortSignal.any(ends) });
    const contentType = (response.headers.get('content-type') ?? '').split(';')[0] ?? '';
    return {
      status: response.status,
      contentType: contentType.trim().toLowerCase(),
      body: await response.text(),
      url: request.url,
    };
  }

  /** The signature is for the URL that Twilio calls, wherever that is found. */
  #reached(url: string): string {
    const { origin } = new URL(url);
    return (this.ports.origins.get(origin) ?? origin) + url.slice(origin.length);
  }

  #signed(request: WebhookRequest): [string, RequestInit] {
    const form = new URLSearchParams(request.parameters);
    const url = request.method === 'POST' ? request.url : withQuery(request.url, form);
    const signature = getExpectedTwilioSignature(
      this.ports.authToken,
      url,
      request.method === 'POST' ? request.parameters : {},
    );
    const headers = { 'X-Twilio-Signature': signature, 'User-Agent': 'TwilioProxy/1.1', Accept: '*/*' };
    if (request.method === 'GET') return [url, { headers }];
    return [url, { method: 'POST', headers, body: form }];
  }

  #log({ method, url }: WebhookRequest, started: number, status: number, note: string): void {
    const ms = Math.round(performance.now() - started);
    const target = url.split('?')[0] ?? url;
    this.ports.log.add({ at: this.ports.clock.now(), kind: 'webhook', method, target, status, ms, note });
  }
}

/** Where Proxy lets a number point, or where TwiML given in a REST request counts as being: never to be asked for real. */
function isTwilio(url: string): boolean {
  return new URL(url).hostname.endsWith('.twilio.com');
}

function withQuery(url: string, form: URLSearchParams): string {
  return `${url}${url.includes('?') ? '&' : '?'}${form}`;
}

function reason(error: unknown): string {
  const name = typeof error === 'object' && error !== null && 'name' in error ? error.name : undefined;
  if (name === 'TimeoutError') return 'no answer in time';
  return name === 'AbortError' ? 'given up' : 'connection failed';
}
