import type { TwilioSimulator } from './twilio/index';
import type { E164, Sid } from './twilio/model';
import { TwilioError } from './twilio/twilio-error';

/** What a pool of Japanese numbers looks like. */
export interface PoolOptions {
  numbers: number;
  /** Whether they can text as well; most Japanese numbers cannot. */
  sms: boolean;
}

/** Buys Japanese 050 numbers for the simulated account and puts them into a new Proxy service. */
export function createProxyService(
  { numbers: account, proxy }: TwilioSimulator,
  { numbers, sms }: PoolOptions,
): { serviceSid: Sid<'KS'>; numbers: E164[] } {
  const service = granted(proxy.services.create({ uniqueName: 'tokumei' }));
  const bought = Array.from({ length: numbers }, (_, index) => japaneseNumber(index));
  for (const phoneNumber of bought) {
    account.add({ phoneNumber, capabilities: { voice: true, sms, mms: false, fax: false } });
    granted(proxy.numbers.add(service.sid, { phoneNumber }));
  }
  return { serviceSid: service.sid, numbers: bought };
}

/** +81 50 3100 0000 and upwards. */
function japaneseNumber(index: number): E164 {
  return `+8150${31_000_000 + index}`;
}

function granted<T extends object>(result: T | TwilioError): T {
  if (result instanceof TwilioError) throw result;
  return result;
}
