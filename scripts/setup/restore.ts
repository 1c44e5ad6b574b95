import type { Twilio } from 'twilio';
import { type Config, readConfig } from '../../src/config';
import { deadlineIn } from '../../src/masking/deadline';
import type { SwitchboardName } from '../../src/masking/session';
import { RedisPoolStatus } from '../../src/store/redis-pool-status';
import { pool, scriptRunner, storeSettings } from '../../src/wiring';
import { counted } from '../counted';
import { shownPath } from '../project';
import { askTwilio, TwilioFailure } from '../twilio-call';
import { type AccountNumber, accountNumber, accountNumbers, isOfProxy, setWebhooks } from './account-numbers';
import { FormerWebhooks } from './former-webhooks';
import { listText, type Plan, type SetupContext, type Step } from './plan';
import { serviceNumbers } from './proxy-service';

const SAVE_MS = 10_000;

/** How numbers get back to what they did before this service took them. Reads only. @throws Failure */
export async function planRestore({ client, env, settings }: SetupContext): Promise<Plan> {
  const former = new FormerWebhooks(env);
  const all = former.all();
  const numbers = (await accountNumbers(client)).filter(({ number }) => number in all);
  const lost = Object.keys(all).filter((known) => !numbers.some(({ number }) => number === known));
  const notes = lost.map((number) => `${number} is not in the account any more.`);
  if (numbers.length === 0) return { steps: [], notes: [...notes, 'No number has anything to be put back.'] };
  const config = readConfig(settings);
  return { steps: [poolStep(config, numbers), webhookStep(client, config, numbers, former)], notes };
}

/** First of all, so that no session is given a number that is about to go. */
function poolStep(config: Config, numbers: readonly AccountNumber[]): Step {
  const gone = new Set(numbers.map(({ number }) => number));
  const run = async () => {
    const status = new RedisPoolStatus(scriptRunner(config), storeSettings(config));
    const known = await status.numbers();
    for (const SWITCHBOARD of ['proxy', 'voice'] satisfies SwitchboardName[]) {
      const kept = known.filter(
        ({ switchboard, number, drainingSinceMs }) =>
          switchboard === SWITCHBOARD && drainingSinceMs === undefined && !gone.has(number),
      );
      await pool({ ...config, SWITCHBOARD }).save(kept, { dryRun: false }, deadlineIn(SAVE_MS));
    }
    return [];
  };
  return { text: `take ${counted(numbers.length, 'number')} out of the pool`, run };
}

function webhookStep(
  client: Twilio,
  { PROXY_SERVICE_SID }: Config,
  numbers: readonly AccountNumber[],
  former: FormerWebhooks,
): Step {
  const run: Step['run'] = async (progress) => {
    const problems: string[] = [];
    for (const [index, number] of numbers.entries()) {
      progress(`number ${index + 1} of ${numbers.length}`);
      try {
        if (PROXY_SERVICE_SID !== undefined) await leaveProxy(client, PROXY_SERVICE_SID, number);
        await putBack(client, await accountNumber(client, number.sid), former);
      } catch (error) {
        if (!(error instanceof TwilioFailure && error.code === NUMBER_IN_USE)) throw error;
        problems.push(`${number.number}: ${error.message}`);
      }
    }
    return problems;
  };
  const before = former.all();
  const shown = numbers.map((number) => ({ ...number, webhooks: before[number.number] ?? number.webhooks }));
  return { text: listText(`put back what ${shownPath(former.file)} says:`, shown, 'to'), run };
}

/** @see https://www.twilio.com/docs/api/errors/80611 */
const NUMBER_IN_USE = 80611;

async function leaveProxy(
  client: Twilio,
  serviceSid: string,
  { sid, webhooks }: AccountNumber,
): Promise<void> {
  if (!isOfProxy(webhooks) || !(await serviceNumbers(client, serviceSid)).has(sid)) return;
  await askTwilio(() => client.proxy.v1.services(serviceSid).phoneNumbers(sid).remove());
}

async function putBack(client: Twilio, number: AccountNumber, former: FormerWebhooks): Promise<void> {
  const webhooks = former.all()[number.number];
  if (webhooks === undefined) return;
  await setWebhooks(client, number, webhooks);
  former.drop(number.number);
}
