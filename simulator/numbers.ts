import type { NumberWebhooks } from './twilio/account/numbers';
import type { TwilioSimulator } from './twilio/index';
import type { E164 } from './twilio/model';

/** Which Japanese 050 numbers to buy. */
export interface Purchase {
  count: number;
  /** Whether they can text as well; most Japanese numbers cannot. */
  sms: boolean;
  /** The first one, as a whole number without its plus; the others follow it. */
  from: number;
}

/** Buys numbers for the simulated account. */
export function buyNumbers({ numbers }: TwilioSimulator, { count, sms, from }: Purchase): E164[] {
  const bought = Array.from({ length: count }, (_, index): E164 => `+${from + index}`);
  for (const phoneNumber of bought) {
    numbers.add({ phoneNumber, capabilities: { voice: true, sms, mms: false, fax: false } });
  }
  return bought;
}

/**
 * Sets the webhooks of numbers of the account, as an update of IncomingPhoneNumbers does; what is not named stays.
 * @throws Error for a number that the account does not have.
 */
export function setWebhooks(
  { numbers }: TwilioSimulator,
  chosen: readonly E164[],
  webhooks: Partial<NumberWebhooks>,
): void {
  for (const number of chosen) {
    const owned = numbers.get(number);
    if (!owned) throw new Error('The account does not have this number');
    numbers.update(owned.sid, webhooks);
  }
}
