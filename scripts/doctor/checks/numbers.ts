import type { Config } from '../../../src/config';
import { counted } from '../../counted';
import { type ListedNumber, listNumbers } from '../../numbers/listing';
import { syncPool, textWarning } from '../../numbers/pool';
import { urlChanges } from '../../setup/urls';
import { poolNumbers } from '../../setup/voice-urls';
import { type Check, failed, ok, type Verdict, warning } from '../check';
import { once } from '../once';

/** Whether Twilio calls the deployment, and whether the pool is what Twilio has. */
export function numberChecks(config: Config, functionsUrl: string | undefined): Check[] {
  const numbers = once(() => numbersOf(config));
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
  const { added, removed } = await syncPool(config, numbers, true);
  if (added + removed === 0) return ok(`${counted(numbers.length, 'number')}, as at Twilio`);
  return failed(`${added} missing, ${removed} that Twilio does not have`, 'Run npm run numbers -- sync.');
}

async function capabilities(config: Config, numbers: readonly ListedNumber[]): Promise<Verdict> {
  const mode = config.SWITCHBOARD === 'voice' ? 'calls' : config.PROXY_SESSION_MODE;
  const mute = numbers.filter(({ canCall }) => !canCall).length;
  if (mute > 0 && mode !== 'message-only') {
    return failed(`${mute} of ${numbers.length} cannot take calls`, 'Take these numbers out: npm run setup.');
  }
  const aboutTexts = textWarning(config, numbers);
  if (aboutTexts === undefined) return ok(`all fit ${mode}`);
  return warning(aboutTexts, `Take numbers that can text, or do without texts. ${LIST}`);
}

const LIST = 'npm run numbers -- list shows what each can do.';

/** Of the voice switchboard the numbers in its pool, which alone says whose they are; Twilio must still have each. */
async function numbersOf(config: Config): Promise<ListedNumber[]> {
  if (config.SWITCHBOARD === 'proxy') return listNumbers(config);
  return listNumbers(config, { numbers: [...(await poolNumbers(config))] });
}
