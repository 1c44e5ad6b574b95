import { isE164, type ProxyNumber, type RealNumber } from '../masking/numbers';
import type { OutOfSessionCall } from '../masking/ports';
import type { WebhookParams } from './webhook-function';

/**
 * The ordinary voice or SMS parameters of a call or text outside any session. The real numbers of a former session, which Proxy adds,
 * are not read at all. A withheld number comes as a word or as a number that belongs to nobody, and matches nothing.
 * @see https://www.twilio.com/docs/proxy/api/webhooks#outofsessioncallbackurl
 */
export function readOutOfSessionCall(params: WebhookParams): OutOfSessionCall | undefined {
  const from = params.get('From');
  const to = params.get('To');
  if (!isE164(to)) return undefined;
  const kind = params.get('CallSid') === '' ? 'message' : 'voice';
  return { kind, to: to as ProxyNumber, ...(isE164(from) ? { from: from as RealNumber } : {}) };
}
