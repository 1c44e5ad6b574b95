import { buyNumbers, type Purchase } from './numbers';
import type { TwilioSimulator } from './twilio/index';
import type { E164, Sid } from './twilio/model';
import { TwilioError } from './twilio/twilio-error';

/** Buys Japanese 050 numbers for the simulated account and puts them into a new Proxy service. */
export function createProxyService(
  twilio: TwilioSimulator,
  purchase: Purchase,
): { serviceSid: Sid<'KS'>; numbers: E164[] } {
  const { proxy } = twilio;
  const service = granted(proxy.services.create({ uniqueName: 'tokumei' }));
  const numbers = buyNumbers(twilio, purchase);
  for (const phoneNumber of numbers) granted(proxy.numbers.add(service.sid, { phoneNumber }));
  return { serviceSid: service.sid, numbers };
}

function granted<T extends object>(result: T | TwilioError): T {
  if (result instanceof TwilioError) throw result;
  return result;
}
