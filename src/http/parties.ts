import { isE164, type ProxyNumber, type RealNumber } from '../masking/numbers';
import type { WebhookParams } from './webhook-function';

/**
 * What stands in `From` in the place of a withheld number, besides words: ANONYMOUS, RESTRICTED, UNAVAILABLE, UNKNOWN and BLOCKED as
 * typed on a telephone keypad. They look like E.164 and belong to nobody.
 */
const WITHHELD = new Set(['+266696687', '+7378742833', '+86282452253', '+8656696', '+2562533']);

/** Who called which number of the service; `from` is absent when withheld. Undefined when no number of the service was dialled. */
export function readParties(params: WebhookParams): { from?: RealNumber; to: ProxyNumber } | undefined {
  const from = params.get('From');
  const to = params.get('To');
  if (!isE164(to)) return undefined;
  const isKnown = isE164(from) && !WITHHELD.has(from);
  return { to: to as ProxyNumber, ...(isKnown ? { from: from as RealNumber } : {}) };
}
