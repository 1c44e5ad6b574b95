import * as v from 'valibot';
import { parsedJson } from '../json';

/** Why Twilio did not do what it was asked. */
export interface Refusal {
  /** HTTP; undefined where no answer came. */
  status?: number | undefined;
  /** Twilio's error code. https://www.twilio.com/docs/api/errors */
  code?: number | undefined;
  message: string;
}

const Body = v.object({ code: v.optional(v.number()), message: v.string() });

/** An HTTP error as Twilio's client throws it: a body is an object, or text where an upload failed. */
const HttpError = v.object({ response: v.object({ statusCode: v.number(), body: v.unknown() }) });
/** The same once the client has made it readable. */
const ApiError = v.object({
  message: v.string(),
  details: v.object({ status: v.number(), code: v.number() }),
});

/** What an error of Twilio's client says. */
export function refusalOf(error: unknown): Refusal {
  const api = v.safeParse(ApiError, error);
  if (api.success) return { ...api.output.details, message: api.output.message };
  const http = v.safeParse(HttpError, error);
  if (!http.success) return { message: error instanceof Error ? error.message : String(error) };
  const { statusCode: status, body } = http.output.response;
  const said = v.safeParse(Body, typeof body === 'string' ? parsedJson(body) : body);
  return said.success ? { status, ...said.output } : { status, message: `HTTP ${status}` };
}

/** What to do about it, in a sentence or two. */
export function adviceOn({ status, code, message }: Refusal): string {
  if (status === undefined) {
    return `Twilio cannot be reached (${message}). Check the network and HTTP_PROXY, then run the same command again.`;
  }
  if (status === 401 || status === 403) {
    return 'Twilio refuses ACCOUNT_SID and AUTH_TOKEN. Copy both from https://console.twilio.com (the live ones, not the test credentials).';
  }
  if (status === 429)
    return 'Twilio asks for fewer requests (429). Wait a minute, then run the same command again.';
  if (status >= 500) {
    return `Twilio failed (${status}). See https://status.twilio.com, then run the same command again.`;
  }
  const known = code === undefined ? '' : ` See https://www.twilio.com/docs/api/errors/${code}`;
  return `Twilio refuses: ${message}.${known}`;
}
