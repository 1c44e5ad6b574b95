import type { Config } from '../src/config';
import { Failure } from './command';

/** The sid of the Proxy service. @throws Failure where none is configured, as with the voice switchboard alone. */
export function proxyServiceSid({ PROXY_SERVICE_SID }: Config): string {
  if (PROXY_SERVICE_SID === undefined)
    throw new Failure('Missing in .env: PROXY_SERVICE_SID. Only sessions on Twilio Proxy need it.');
  return PROXY_SERVICE_SID;
}
