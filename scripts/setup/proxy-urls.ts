import type { Config } from '../../src/config';
import { proxyServiceSid } from '../proxy-service';
import { askTwilio } from '../twilio-call';
import { clientFor } from '../twilio-client';
import type { UrlChange } from './urls';

/** The service's callbacks and the Functions that answer them. @see https://www.twilio.com/docs/proxy/api/webhooks */
const callbackPaths = {
  interceptCallbackUrl: '/proxy/intercept',
  callbackUrl: '/proxy/callback',
  outOfSessionCallbackUrl: '/proxy/out-of-session',
} as const;

/** Which callbacks of the Proxy service are others than the Functions'. @throws TwilioFailure */
export async function proxyUrlChanges(config: Config, functionsUrl: string): Promise<UrlChange[]> {
  const sid = proxyServiceSid(config);
  const client = await clientFor(config);
  const service = await askTwilio(() => client.proxy.v1.services(sid).fetch());
  return Object.entries(callbacksAt(functionsUrl)).flatMap(([field, to]) => {
    const from = service[field as keyof typeof callbackPaths] ?? '';
    return from === to ? [] : [{ place: `${field} of the Proxy service`, from, to }];
  });
}

/** Makes the Proxy service call the Functions. @throws TwilioFailure */
export async function setProxyUrls(config: Config, functionsUrl: string): Promise<void> {
  const client = await clientFor(config);
  const service = client.proxy.v1.services(proxyServiceSid(config));
  await askTwilio(() => service.update(callbacksAt(functionsUrl)));
}

function callbacksAt(functionsUrl: string): Record<keyof typeof callbackPaths, string> {
  const { interceptCallbackUrl, callbackUrl, outOfSessionCallbackUrl } = callbackPaths;
  return {
    interceptCallbackUrl: functionsUrl + interceptCallbackUrl,
    callbackUrl: functionsUrl + callbackUrl,
    outOfSessionCallbackUrl: functionsUrl + outOfSessionCallbackUrl,
  };
}
