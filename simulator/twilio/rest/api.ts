import { refusal } from '../proxy/errors';
import { TwilioError } from '../twilio-error';
import { type Answer, errorAnswer } from './answer';
import type { Operation, RequestParts } from './described-operation';
import type { Description } from './description';
import { Fields } from './fields';
import { InFlight, identifiersOf } from './in-flight';
import type { Handlers, TwilioState } from './operation';
import type { RateLimit } from './rate-limit';

/** A request to one of Twilio's hosts. */
export interface ApiRequest {
  method: string;
  /** The URL at Twilio, such as https://proxy.twilio.com/v1/Services?PageSize=5 */
  url: URL;
  authorization: string | undefined;
  form: URLSearchParams;
  /** The file of an upload. */
  content?: Buffer;
}

/** What answers for one of Twilio's hosts. */
export interface HostApi {
  answer(request: ApiRequest): Answer;
}

interface Found {
  operation: Operation;
  params: Record<string, string>;
}

/** One of Twilio's APIs: finds the operation, checks request and answer against the description, and answers. */
export class Api implements HostApi {
  readonly #description: Description;
  readonly #handlers: Handlers;
  readonly #state: TwilioState;
  readonly #rateLimit: RateLimit | undefined;
  readonly #inFlight = new InFlight();

  constructor(options: {
    description: Description;
    handlers: Handlers;
    state: TwilioState;
    rateLimit?: RateLimit | undefined;
  }) {
    this.#description = options.description;
    this.#handlers = options.handlers;
    this.#state = options.state;
    this.#rateLimit = options.rateLimit;
  }

  answer(request: ApiRequest): Answer {
    if (!isAuthentic(this.#state, request)) return unauthenticated();
    const found = this.#find(request);
    if (found instanceof TwilioError) return errorAnswer(found, '');
    const { operation, params } = found;
    const seconds = this.#rateLimit?.take(`${operation.id} ${params.ServiceSid ?? params.Sid ?? ''}`) ?? 0;
    if (seconds > 0) {
      return errorAnswer(refusal.tooManyRequests(), operation.id, { 'Retry-After': String(seconds) });
    }
    return this.#perform(request, found);
  }

  #find({ method, url }: ApiRequest): Found | TwilioError {
    const matches = this.#description.match(url.pathname);
    const found = matches.find(({ operation }) => operation.method === method.toLowerCase());
    if (matches.length > 0 && !found) return new TwilioError(405, 20004, 'Method not allowed');
    const accountSid = found?.params.AccountSid ?? this.#state.accountSid;
    return found && accountSid === this.#state.accountSid
      ? found
      : refusal.notFound(`resource ${url.pathname}`);
  }

  #perform({ url, form }: ApiRequest, { operation, params }: Found): Answer {
    const parts = { path: { ...params }, query: valuesOf(url.searchParams), body: valuesOf(form, operation) };
    const refused = operation.refuseRequest(parts);
    if (refused) return errorAnswer(refusal.invalid(refused), operation.id);
    const done = this.#inFlight.enter(identifiersOf(operation.id, new Fields(parts.body)));
    if (!done) return errorAnswer(refusal.duplicateRequest(), operation.id);
    return { ...this.#handle(operation, parts, url), done };
  }

  #handle(operation: Operation, { path, query, body }: RequestParts, url: URL): Answer {
    const handler = this.#handlers[operation.id];
    if (!handler) return errorAnswer(refusal.notFound('resource'), `${operation.id} IS NOT SIMULATED`);
    const fields = { path: new Fields(path), query: new Fields(query), body: new Fields(body) };
    const result = attempt(() => handler({ state: this.#state, url, ...fields }));
    if (result instanceof Error) return defect(`${operation.id} FAILED: ${result.message}`);
    if (result instanceof TwilioError) return errorAnswer(result, operation.id);
    const unread = [...fields.body.unread(), ...fields.query.unread()];
    const ignored = unread.filter((name) => operation.describes(name) && !PAGING.test(name));
    if (ignored.length > 0) return defect(`${operation.id} DOES NOT SIMULATE ${ignored.join(', ')}`);
    const violation = operation.refuseAnswer(result);
    if (violation) return defect(`${operation.id} ANSWER VIOLATES THE DESCRIPTION: ${violation}`);
    return { status: operation.status, body: result, note: operation.id };
  }
}

/** Of a list; the number of the page alone says nothing. */
const PAGING = /^Page/;

/** Whether a request has the account's credentials. */
export function isAuthentic(
  { accountSid, authToken }: Pick<TwilioState, 'accountSid' | 'authToken'>,
  { authorization }: ApiRequest,
): boolean {
  const expected = Buffer.from(`${accountSid}:${authToken}`).toString('base64');
  return authorization === `Basic ${expected}`;
}

export const unauthenticated = (): Answer => errorAnswer(new TwilioError(401, 20003, 'Authenticate'), '');

/** A fault of the simulator itself, which must not pass for an answer of Twilio's. */
export const defect = (note: string): Answer => errorAnswer(new TwilioError(500, 20500, note), note);

function attempt<T>(action: () => T): T | Error {
  try {
    return action();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** The last value of each field, or all of them where the field may be repeated. */
function valuesOf(fields: URLSearchParams, operation?: Operation): Record<string, unknown> {
  const names = [...new Set(fields.keys())];
  return Object.fromEntries(
    names.map((name) => [name, operation?.isList(name) ? fields.getAll(name) : fields.getAll(name).at(-1)]),
  );
}
