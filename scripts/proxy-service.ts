import type { Config } from '../src/config';
import { Misuse } from './command';

/** The sid of the Proxy service. @throws Misuse where none is configured, as with the voice switchboard alone. */
export function proxyServiceSid({ PROXY_SERVICE_SID }: Config): string {
  if (PROXY_SERVICE_SID === undefined)
    throw new Misuse(
      'Only sessions on Twilio Proxy need this, and no PROXY_SERVICE_SID is set. npm run setup -- --switchboard proxy finds or makes a service.',
    );
  return PROXY_SERVICE_SID;
}
