import { joinedCallText } from '../masking/limit-warning';
import { PASS } from './proxy-webhook';
import { isFromQStash } from './qstash-signature';
import type { Request } from './request';
import type { Answer, Handler } from './runtime';
import { readJoinedCall, WARNING_PATH } from './voice/joined-call';
import { type WebhookCall, webhookFunction } from './webhook-function';

/** The names of a call's two sides in what is scheduled. */
export const SCHEDULED = ['interactionId', 'legId'] as const;

/** A Function for QStash, which signs what it sends and sends once more what failed. */
export function qstashFunction(action: (call: WebhookCall) => Promise<Answer>): Handler {
  return webhookFunction({ budgetMs: 6_000, onFault: { ...PASS, status: 503 }, admits: isSigned }, action);
}

async function isSigned({ headers }: Request, { params, config, baseUrl }: WebhookCall): Promise<boolean> {
  const call = readJoinedCall(params, SCHEDULED);
  if (call === undefined) return false;
  const { QSTASH_CURRENT_SIGNING_KEY: current, QSTASH_NEXT_SIGNING_KEY: next } = config;
  const keys = [current, next].filter((key) => key !== undefined);
  const signature = headers['upstash-signature'] ?? '';
  // The runtime keeps no raw body: what was read must be all that was signed.
  return isFromQStash({ signature, url: baseUrl + WARNING_PATH, body: joinedCallText(call) }, keys);
}
