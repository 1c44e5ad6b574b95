import type { Config } from '../../src/config';
import { isOfProxy } from './account-numbers';
import { FormerWebhooks } from './former-webhooks';
import { proxyUrlChanges, setProxyUrls } from './proxy-urls';
import { setVoiceUrls, voiceUrlChanges } from './voice-urls';

/** A place at Twilio that does not call the Functions yet. */
export interface UrlChange {
  /** The place, for people: a callback of the Proxy service, or a number. */
  readonly place: string;
  /** What is called there now; empty for nothing. */
  readonly from: string;
  readonly to: string;
}

/**
 * What must change at Twilio so that it calls the Functions at this base URL. Sessions live out where they were opened, so a Proxy service
 * that is still named is looked at on either switchboard.
 * @throws Failure with what to do
 */
export async function urlChanges(config: Config, functionsUrl: string): Promise<UrlChange[]> {
  const { proxy, voice } = await changesOf(config, functionsUrl);
  return [...proxy, ...voice];
}

/**
 * Makes Twilio call the Functions at this base URL.
 * @param env absolute path of the settings file; what is overwritten is kept beside it
 * @param progress hears which number is next
 * @returns what was changed; nothing the second time, and never a number that a Proxy service has taken over since
 * @throws Failure with what to do
 */
export async function applyUrls(
  config: Config,
  functionsUrl: string,
  env: string,
  progress?: (text: string) => void,
): Promise<UrlChange[]> {
  const { proxy, voice } = await changesOf(config, functionsUrl);
  if (proxy.length > 0) await setProxyUrls(config, functionsUrl);
  const former = new FormerWebhooks(env);
  if (voice.length > 0) await setVoiceUrls(config, { functionsUrl, former, progress });
  return [...proxy, ...voice.filter(({ from }) => !isOfProxy({ voiceUrl: from }))];
}

async function changesOf(config: Config, functionsUrl: string) {
  const [proxy, voice] = await Promise.all([
    config.PROXY_SERVICE_SID === undefined ? [] : proxyUrlChanges(config, functionsUrl),
    config.SWITCHBOARD === 'voice' ? voiceUrlChanges(config, functionsUrl) : [],
  ]);
  return { proxy, voice };
}
