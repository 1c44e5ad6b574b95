import { type Config, readConfig } from '../config';
import { deadlineIn } from '../masking/deadline';
import type { Deadline } from '../masking/ports';
import { failureOf } from './faults';
import { type Request, readRequest } from './request';
import { type Answer, type Context, type Handler, toTwilioResponse } from './runtime';

export interface WebhookCall {
  readonly params: WebhookParams;
  readonly config: Config;
  readonly deadline: Deadline;
  readonly requestId: string;
  /** Where the Functions are, for the URLs that Twilio wants whole; without a slash at its end. */
  readonly baseUrl: string;
}

/** The parameters of a webhook: all are texts; what Twilio leaves out is an empty text. */
export class WebhookParams {
  constructor(private readonly params: Readonly<Record<string, unknown>>) {}

  get(name: string): string {
    const value = this.params[name];
    return typeof value === 'string' ? value : '';
  }
}

export interface WebhookPolicy {
  /** Milliseconds within which the answer is out. */
  readonly budgetMs: number;
  /** The answer when anything unexpected happens. */
  readonly onFault: Answer;
  /** Who may call, where the platform does not check it. */
  readonly admits?: (request: Request, call: WebhookCall) => Promise<boolean>;
}

const REFUSED: Answer = { status: 401, headers: { 'Content-Type': 'text/plain' }, body: '' };

/**
 * A Function for Twilio. Its file must be named `.protected`: the platform then lets in only what Twilio signed.
 * @see https://www.twilio.com/docs/serverless/functions-assets/visibility
 */
export function webhookFunction(
  policy: WebhookPolicy,
  action: (call: WebhookCall) => Promise<Answer>,
): Handler {
  return async (context, event, callback) => {
    const deadline = deadlineIn(policy.budgetMs);
    const { request } = readRequest(event);
    let answer: Answer;
    try {
      const params = new WebhookParams(request.params);
      const config = readConfig(context);
      const call = { params, config, deadline, requestId: request.id, baseUrl: baseUrl(context) };
      const isAdmitted = (await policy.admits?.(request, call)) ?? true;
      answer = isAdmitted ? await action(call) : REFUSED;
    } catch (error) {
      failureOf(error, request.id);
      answer = policy.onFault;
    }
    callback(null, toTwilioResponse(answer));
  };
}

/** The platform says its domain and serves https; on this machine everything is http. */
function baseUrl({ DOMAIN_NAME }: Context): string {
  const isHere = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(String(DOMAIN_NAME));
  return `${isHere ? 'http' : 'https'}://${String(DOMAIN_NAME)}`;
}
