import { readConfig } from '../../src/config';
import { Misuse } from '../command';
import { counted } from '../counted';
import { listNumbers } from '../numbers/listing';
import { syncPool } from '../numbers/pool';
import { shownPath } from '../project';
import { type AccountNumber, accountNumbers, isOfProxy } from './account-numbers';
import { FormerWebhooks } from './former-webhooks';
import { LATER, listText, type Plan, type SetupContext, type Step } from './plan';
import { astray, pointNumbers, poolNumbers } from './voice-urls';

/** What has to be done with the account's numbers and in the pool. Reads only. @throws Failure */
export async function planVoice(context: SetupContext): Promise<Plan> {
  const config = readConfig(context.settings);
  const pool = await poolNumbers(config);
  const usable = outsideProxy(await accountNumbers(context.client));
  const taken = usable.filter(({ number }) => pool.has(number)).map(({ sid }) => sid);
  const chosen = await context.choose(usable, new Set(taken));
  // The pool comes last: no session is given a number whose calls still go elsewhere.
  const steps = [...urlSteps(context, chosen), ...(await poolSteps(context, chosen))];
  return { steps, notes: context.functionsUrl === undefined ? [LATER] : [] };
}

/** @throws Misuse where Twilio Proxy has every number: voice without one would refuse every connect. */
function outsideProxy(numbers: readonly AccountNumber[]): AccountNumber[] {
  const usable = numbers.filter(({ webhooks }) => !isOfProxy(webhooks));
  if (usable.length > 0 || numbers.length === 0) return usable;
  throw new Misuse(
    'Every number of the account is in Twilio Proxy, where the voice switchboard cannot use it. Buy others, or put numbers back first: npm run setup -- --restore',
  );
}

function urlSteps({ env, settings, functionsUrl }: SetupContext, chosen: readonly AccountNumber[]): Step[] {
  if (functionsUrl === undefined) return [];
  const wrong = astray(chosen, functionsUrl);
  if (wrong.length === 0) return [];
  const former = new FormerWebhooks(env);
  const run: Step['run'] = async (progress) => {
    await pointNumbers(readConfig(settings), wrong, { functionsUrl, former, progress });
    return [];
  };
  const kept = `what this replaces is kept in ${shownPath(former.file)}`;
  return [
    { text: listText(`point ${counted(wrong.length, 'number')} to ${functionsUrl}; ${kept}:`, wrong), run },
  ];
}

async function poolSteps({ settings }: SetupContext, chosen: readonly AccountNumber[]): Promise<Step[]> {
  const config = readConfig(settings);
  const selection = { numbers: chosen.map(({ number }) => number) };
  const sync = async (dryRun: boolean) => syncPool(config, await listNumbers(config, selection), dryRun);
  const change = await sync(true);
  if (change.added + change.removed === 0) return [];
  const text = `make the pool hold ${counted(chosen.length, 'chosen number')}: ${change.added} added, ${change.removed} removed`;
  return [{ text, run: () => sync(false).then(() => []) }];
}
