import { type Config, readConfig } from '../config';
import { deadlineIn } from '../masking/deadline';
import type { Deadline } from '../masking/ports';
import { failureOf } from './faults';
import { readRequest } from './request';
import { type Answer, type Handler, toTwilioResponse } from './runtime';

export interface WebhookCall {
  readonly params: WebhookParams;
  readonly config: Config;
  readonly deadline: Deadline;
  readonly requestId: string;
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
}

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
      answer = await action({ params, config: readConfig(context), deadline, requestId: request.id });
    } catch (error) {
      failureOf(error, request.id);
      answer = policy.onFault;
    }
    callback(null, toTwilioResponse(answer));
  };
}
