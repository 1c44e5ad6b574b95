/**
 * What the Functions runtime hands to a handler and gives it as globals, as far as it is used here.
 * @see https://www.twilio.com/docs/serverless/functions-assets/functions/invocation
 */
export type Context = Readonly<Record<string, unknown>>;
export type Event = Readonly<Record<string, unknown>>;
export type Callback = (error: Error | null, payload?: TwilioResponse) => void;
export type Handler = (context: Context, event: Event, callback: Callback) => Promise<void>;

export interface TwilioResponse {
  setStatusCode(status: number): void;
  setBody(body: object | string): void;
  setHeaders(headers: Record<string, string>): void;
}

declare const Twilio: { readonly Response: new () => TwilioResponse };

/** One answer, in plain data; `body` is an object for JSON, a text for everything else. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object | string;
}

/** A JSON body must reach the runtime as an object: a text would be encoded twice. */
export function toTwilioResponse({ status, headers, body }: Answer): TwilioResponse {
  const response = new Twilio.Response();
  response.setStatusCode(status);
  response.setHeaders({ 'Cache-Control': 'no-store', ...headers });
  response.setBody(body);
  return response;
}
