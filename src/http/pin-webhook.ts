import type { PinEntry } from '../masking/pin';
import type { Pin } from '../masking/session';
import { sidOrNothing } from './log';
import { readParties } from './parties';
import type { WebhookParams } from './webhook-function';

const PIN = /^\d{6}$/;

/**
 * What a <Gather> of this service collected; without `pin` where the keys make none, undefined where it is no such request.
 * @see https://www.twilio.com/docs/voice/twiml/gather#action
 */
export function readPinEntry(
  params: WebhookParams,
): (Omit<PinEntry, 'pin'> & { readonly pin?: Pin }) | undefined {
  const parties = readParties(params);
  const callSid = sidOrNothing(params.get('CallSid'));
  const attempt = Number(/^[1-9]$/.exec(params.get('attempt'))?.[0]);
  if (parties === undefined || callSid === undefined || Number.isNaN(attempt)) return undefined;
  const digits = params.get('Digits');
  return { ...parties, callSid, attempt, ...(PIN.test(digits) ? { pin: digits as Pin } : {}) };
}
