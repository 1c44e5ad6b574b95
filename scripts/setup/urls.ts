import type { Config } from '../../src/config';
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

/** What must change at Twilio so that it calls the Functions at this base URL. @throws Failure with what to do */
export function urlChanges(config: Config, functionsUrl: string): Promise<UrlChange[]> {
  const changes = config.SWITCHBOARD === 'voice' ? voiceUrlChanges : proxyUrlChanges;
  return changes(config, functionsUrl);
}

/**
 * Makes Twilio call the Functions at this base URL.
 * @param env absolute path of the settings file; what is overwritten is kept beside it
 * @returns what was changed; nothing the second time
 * @throws Failure with what to do
 */
export async function applyUrls(config: Config, functionsUrl: string, env: string): Promise<UrlChange[]> {
  const changes = await urlChanges(config, functionsUrl);
  if (changes.length === 0) return changes;
  if (config.SWITCHBOARD === 'voice') await setVoiceUrls(config, functionsUrl, new FormerWebhooks(env));
  else await setProxyUrls(config, functionsUrl);
  return changes;
}
