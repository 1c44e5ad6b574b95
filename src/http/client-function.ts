import { type ApiScope, type Config, type Language, readConfig } from '../config';
import { deadlineIn } from '../masking/deadline';
import type { Deadline } from '../masking/ports';
import { type Failure, failure } from './answers';
import { authenticate, type Caller } from './authenticate';
import { corsHeaders } from './cors';
import { failureOf } from './faults';
import { preferredLanguage } from './language';
import { log } from './log';
import { type Request, readRequest } from './request';
import { RequestError } from './request-error';
import { type Answer, type Handler, toTwilioResponse } from './runtime';

/** What an action of a client-facing Function works with, after everything around it was checked. */
export interface ClientCall {
  readonly caller: Caller;
  readonly params: Request['params'];
  readonly config: Config;
  readonly language: Language;
  readonly deadline: Deadline;
  readonly requestId: string;
}

/** A client has its answer within five seconds; the rest is for the way there and back. */
const BUDGET_MS = 4_500;

/** A Function for client apps and backends: reads, authenticates, runs the action, and answers exactly once. */
export function clientFunction(scope: ApiScope, action: (call: ClientCall) => Promise<Answer>): Handler {
  return async (context, event, callback) => {
    const deadline = deadlineIn(BUDGET_MS);
    const { ok, request } = readRequest(event);
    const language = preferredLanguage(request.headers['accept-language']);
    let config: Config | undefined;
    let answer: Answer;
    try {
      config = readConfig(context);
      if (!ok) throw new RequestError({ code: 'malformed_request' });
      const caller = await admit(request, scope, config);
      answer = await action({
        caller,
        params: request.params,
        config,
        language,
        deadline,
        requestId: request.id,
      });
    } catch (error) {
      answer = refusal(failureOf(error, request.id), language, request.id);
    }
    const headers = {
      ...corsHeaders(request.headers.origin, config),
      'X-Request-Id': request.id,
      ...answer.headers,
    };
    callback(null, toTwilioResponse({ ...answer, headers }));
  };
}

async function admit(request: Request, scope: ApiScope, config: Config): Promise<Caller> {
  const caller = await authenticate(request, config);
  if (caller === undefined) throw new RequestError({ code: 'unauthorized' });
  // A ticket lets its user reach its peer, and nothing else.
  const scopes = caller.kind === 'ticket' ? ['connect'] : caller.scopes;
  if (!scopes.includes(scope)) throw new RequestError({ code: 'forbidden' });
  return caller;
}

function refusal(cause: Failure, language: Language, requestId: string): Answer {
  const answer = failure(cause, language);
  log({ event: 'refused', level: 'warn', requestId, code: cause.code, status: answer.status });
  return answer;
}
