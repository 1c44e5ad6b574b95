import type { Config } from '../../src/config';
import { reportUrl } from '../../src/http/report-url';
import { RedisPoolStatus } from '../../src/store/redis-pool-status';
import { scriptRunner, storeSettings } from '../../src/wiring';
import { clientFor } from '../twilio-client';
import {
  type AccountNumber,
  accountNumbers,
  differingWebhooks,
  isOfProxy,
  setWebhooks,
  type Webhooks,
} from './account-numbers';
import type { FormerWebhooks } from './former-webhooks';
import type { UrlChange } from './urls';

const PATHS = { calls: '/voice/incoming', status: '/voice/status', texts: '/messages/incoming' } as const;

/**
 * What a number does for the voice switchboard: all of it, since an application, a trunk or a fallback of somebody else's would step in.
 * @see https://www.twilio.com/docs/voice/twiml#request-parameters
 */
export function webhooksAt(functionsUrl: string): Webhooks {
  return {
    voiceUrl: functionsUrl + PATHS.calls,
    voiceMethod: 'POST',
    voiceFallbackUrl: '',
    voiceFallbackMethod: 'POST',
    voiceApplicationSid: '',
    trunkSid: '',
    smsUrl: functionsUrl + PATHS.texts,
    smsMethod: 'POST',
    smsFallbackUrl: '',
    smsFallbackMethod: 'POST',
    smsApplicationSid: '',
    statusCallback: reportUrl(functionsUrl, PATHS.status),
    statusCallbackMethod: 'POST',
  };
}

/** Whether a number calls a deployment of this service, the present one or an older one. */
export function isOfVoice({ voiceUrl, smsUrl }: Webhooks): boolean {
  return voiceUrl.endsWith(PATHS.calls) && smsUrl.endsWith(PATHS.texts);
}

/** The numbers in the pool of the voice switchboard, in E.164; without those that drain. @throws Failure */
export async function poolNumbers(config: Config): Promise<Set<string>> {
  const status = new RedisPoolStatus(scriptRunner(config), storeSettings(config));
  const known = await status.numbers();
  const given = known.filter(
    ({ switchboard, drainingSinceMs }) => switchboard === 'voice' && drainingSinceMs === undefined,
  );
  return new Set(given.map(({ number }) => number));
}

/** Those of the numbers that do not call the Functions, or not them alone. */
export function astray(numbers: readonly AccountNumber[], functionsUrl: string): AccountNumber[] {
  const wanted = webhooksAt(functionsUrl);
  return numbers.filter((number) => Object.keys(differingWebhooks(number, wanted)).length > 0);
}

/** Which numbers in the pool do not call the Functions. @throws Failure */
export async function voiceUrlChanges(config: Config, functionsUrl: string): Promise<UrlChange[]> {
  const numbers = astray(await numbersInPool(config), functionsUrl);
  const to = functionsUrl + PATHS.calls;
  return numbers.map(({ number, webhooks }) => ({ place: number, from: webhooks.voiceUrl, to }));
}

/** Where numbers are pointed to, and where what they did before is kept. */
interface Target {
  functionsUrl: string;
  former: FormerWebhooks;
  /** Hears which number is next. */
  progress?: ((text: string) => void) | undefined;
}

/** Makes the numbers in the pool call the Functions, and keeps what they did before; one that Twilio Proxy has taken over is left to it. @throws Failure */
export async function setVoiceUrls(config: Config, to: Target): Promise<void> {
  const numbers = await numbersInPool(config);
  const ours = numbers.filter(({ webhooks }) => !isOfProxy(webhooks));
  await pointNumbers(config, ours, to);
}

/** Makes numbers call the Functions, and keeps what they did before. @throws TwilioFailure */
export async function pointNumbers(
  config: Pick<Config, 'ACCOUNT_SID' | 'AUTH_TOKEN' | 'TWILIO_API_BASE_URL'>,
  numbers: readonly AccountNumber[],
  to: Target,
): Promise<void> {
  const client = await clientFor(config);
  const wrong = astray(numbers, to.functionsUrl);
  to.former.keep(wrong, isOfVoice);
  for (const [index, number] of wrong.entries()) {
    to.progress?.(`number ${index + 1} of ${wrong.length}`);
    await setWebhooks(client, number, webhooksAt(to.functionsUrl));
  }
}

async function numbersInPool(config: Config): Promise<AccountNumber[]> {
  const [pool, all] = await Promise.all([poolNumbers(config), clientFor(config).then(accountNumbers)]);
  return all.filter(({ number }) => pool.has(number));
}
