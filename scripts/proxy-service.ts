import type { Config } from '../src/config';
import { Misuse } from './command';

/** The sid of the Proxy service. @throws Misuse where none is configured, as with the voice switchboard alone. */
export function proxyServiceSid({ PROXY_SERVICE_SID }: Config): string {
  if (PROXY_SERVICE_SID === undefined)
    throw new Misuse('Missing in .env: PROXY_SERVICE_SID. Only sessions on Twilio Proxy need it.');
  return PROXY_SERVICE_SID;
}
