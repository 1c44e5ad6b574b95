import type { Config } from '../../../src/config';
import { askDatabase } from '../../database-call';
import { type ListedNumber, listNumbers } from '../../numbers/listing';
import { syncPool } from '../../numbers/pool';
import { urlChanges } from '../../setup/urls';
import { type Check, failed, ok, type Verdict, warning } from '../check';
import { once } from '../once';

/** Whether Twilio calls the deployment, and whether the pool is what Twilio has. */
export function numberChecks(config: Config, functionsUrl: string | undefined): Check[] {
  const numbers = once(() => listNumbers(config));
  return [
    { name: 'callbacks', run: () => callbacks(config, functionsUrl) },
    { name: 'pool', run: async () => poolMatches(config, await numbers()) },
    { name: 'capabilities', run: async () => capabilities(config, await numbers()) },
  ];
}

async function callbacks(config: Config, functionsUrl: string | undefined): Promise<Verdict> {
  if (functionsUrl === undefined) {
    return warning('not deployed yet', 'Run npm run deploy, or name where the Functions are with --domain.');
  }
  const changes = await urlChanges(config, functionsUrl);
  if (changes.length === 0) return ok(`all at ${functionsUrl}`);
  const list = changes.map(({ place, from }) => `${place}: ${from || 'none'}`).join('\n');
  return failed(list, `Run npm run setup -- --domain ${functionsUrl} to have Twilio call the deployment.`);
}

async function poolMatches(config: Config, numbers: readonly ListedNumber[]): Promise<Verdict> {
  if (numbers.length === 0)
    return failed('no number', 'Run npm run setup -- --numbers all, or name some of the numbers.');
  const { added, removed } = await askDatabase(() => syncPool(config, numbers, true));
  if (added + removed === 0) return ok(`${numbers.length} numbers, as at Twilio`);
  return failed(`${added} missing, ${removed} that Twilio does not have`, 'Run npm run numbers -- sync.');
}

async function capabilities(
  { PROXY_SESSION_MODE }: Config,
  numbers: readonly ListedNumber[],
): Promise<Verdict> {
  const mode = PROXY_SESSION_MODE;
  const unable = numbers.filter(
    ({ canCall, canText }) => (mode !== 'message-only' && !canCall) || (mode !== 'voice-only' && !canText),
  );
  if (unable.length === 0) return ok(`all fit ${mode}`);
  return failed(
    `${unable.length} of ${numbers.length} do not fit ${mode}`,
    'Set PROXY_SESSION_MODE to voice-only, or take these numbers out (npm run numbers -- list).',
  );
}
