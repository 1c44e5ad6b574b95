import type { Config } from '../../src/config';
import { proxyServiceSid } from '../proxy-service';
import { clientFor } from '../twilio-client';

/** Tells the Proxy service where to call, given the base URL of the Functions. */
export async function setProxyCallbacks(config: Config, functionsUrl: string): Promise<void> {
  const client = await clientFor(config);
  await client.proxy.v1.services(proxyServiceSid(config)).update({
    interceptCallbackUrl: `${functionsUrl}/proxy/intercept`,
    callbackUrl: `${functionsUrl}/proxy/callback`,
    outOfSessionCallbackUrl: `${functionsUrl}/proxy/out-of-session`,
  });
}
