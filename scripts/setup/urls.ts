import type { Config } from '../../src/config';
import { proxyServiceSid } from '../proxy-service';
import { askTwilio } from '../twilio-call';
import { clientFor } from '../twilio-client';

/** A place at Twilio that does not call the Functions yet. */
export interface UrlChange {
  /** The place, for people. */
  readonly place: string;
  /** What is called there now; empty for nothing. */
  readonly from: string;
  readonly to: string;
}

/** The service's callbacks and the Functions that answer them. @see https://www.twilio.com/docs/proxy/api/webhooks */
const callbackPaths = {
  interceptCallbackUrl: '/proxy/intercept',
  callbackUrl: '/proxy/callback',
  outOfSessionCallbackUrl: '/proxy/out-of-session',
} as const;

/** What must change at Twilio so that it calls the Functions at this base URL. @throws TwilioFailure */
export async function urlChanges(config: Config, functionsUrl: string): Promise<UrlChange[]> {
  const sid = proxyServiceSid(config);
  const client = await clientFor(config);
  const service = await askTwilio(() => client.proxy.v1.services(sid).fetch());
  return Object.entries(callbacksAt(functionsUrl)).flatMap(([field, to]) => {
    const from = service[field as keyof typeof callbackPaths] ?? '';
    return from === to ? [] : [{ place: `${field} of the Proxy service`, from, to }];
  });
}

/** Makes Twilio call the Functions at this base URL. @returns what was changed; nothing the second time. @throws TwilioFailure */
export async function applyUrls(config: Config, functionsUrl: string): Promise<UrlChange[]> {
  const changes = await urlChanges(config, functionsUrl);
  if (changes.length === 0) return changes;
  const client = await clientFor(config);
  const service = client.proxy.v1.services(proxyServiceSid(config));
  await askTwilio(() => service.update(callbacksAt(functionsUrl)));
  return changes;
}

function callbacksAt(functionsUrl: string): Record<keyof typeof callbackPaths, string> {
  const { interceptCallbackUrl, callbackUrl, outOfSessionCallbackUrl } = callbackPaths;
  return {
    interceptCallbackUrl: functionsUrl + interceptCallbackUrl,
    callbackUrl: functionsUrl + callbackUrl,
    outOfSessionCallbackUrl: functionsUrl + outOfSessionCallbackUrl,
  };
}
