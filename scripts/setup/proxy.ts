import { readConfig } from '../../src/config';
import { counted } from '../counted';
import { listNumbers } from '../numbers/listing';
import { syncPool } from '../numbers/pool';
import { shownPath } from '../project';
import { type AccountNumber, accountNumbers, isOfProxy } from './account-numbers';
import { noteVariables } from './env-file';
import { FormerWebhooks } from './former-webhooks';
import { LATER, listText, type Plan, type SetupContext, type Step } from './plan';
import { addNumbers, createService, findService, serviceNumbers } from './proxy-service';
import { applyUrls, urlChanges } from './urls';

/** Everything that is known of the Proxy service while setup runs. */
interface Service {
  sid: string | undefined;
}

/** What has to be done at Twilio Proxy and in the pool. Reads only. @throws TwilioFailure, Misuse */
export async function planProxy(context: SetupContext): Promise<Plan> {
  const { client, settings, serviceName } = context;
  const service: Service = { sid: await findService(client, settings.PROXY_SERVICE_SID, serviceName) };
  const members = service.sid === undefined ? new Set<string>() : await serviceNumbers(client, service.sid);
  const chosen = await context.choose(await accountNumbers(client), members);
  const added = chosen.filter(({ sid }) => !members.has(sid));
  const steps = [
    ...serviceSteps(context, service),
    ...numberSteps(context, service, added),
    ...(await poolSteps(context, service, added)),
    ...(await urlSteps(context, service)),
  ];
  const others = members.size - (chosen.length - added.length);
  const notes =
    others > 0 ? [`Numbers that stay in the service and in the pool besides these: ${others}.`] : [];
  return { steps, notes: context.functionsUrl === undefined ? [...notes, LATER] : notes };
}

function serviceSteps({ client, env, settings, serviceName }: SetupContext, service: Service): Step[] {
  if (settings.PROXY_SERVICE_SID !== undefined) return [];
  const found = service.sid;
  const text =
    found === undefined
      ? `create the Proxy service ${serviceName}, and note it as PROXY_SERVICE_SID`
      : `note the Proxy service ${serviceName} (${found}), which exists, as PROXY_SERVICE_SID`;
  const run = async () => {
    service.sid ??= await createService(client, serviceName);
    noteVariables(env, { PROXY_SERVICE_SID: service.sid });
    return [];
  };
  return [{ text, run }];
}

function numberSteps(context: SetupContext, service: Service, added: readonly AccountNumber[]): Step[] {
  if (added.length === 0) return [];
  const former = new FormerWebhooks(context.env);
  const kept = `what this replaces is kept in ${shownPath(former.file)}`;
  const text = `add ${counted(added.length, 'number')} to the service; ${kept}:`;
  const run: Step['run'] = (progress) => {
    // Pointing there already, as after an interruption: nothing of somebody else's is lost.
    former.keep(added, isOfProxy);
    return addNumbers(context.client, sidOf(service), added, progress);
  };
  return [{ text: listText(text, added), run }];
}

async function poolSteps(
  { settings }: SetupContext,
  service: Service,
  added: readonly AccountNumber[],
): Promise<Step[]> {
  const sync = async (dryRun: boolean) => {
    const config = readConfig({ ...settings, PROXY_SERVICE_SID: sidOf(service) });
    return syncPool(config, await listNumbers(config), dryRun);
  };
  if (service.sid !== undefined && added.length === 0) {
    const change = await sync(true);
    if (change.added + change.removed === 0) return [];
  }
  const run = () => sync(false).then(() => []);
  return [{ text: "make the pool hold the service's numbers that can take calls", run }];
}

async function urlSteps({ env, settings, functionsUrl }: SetupContext, service: Service): Promise<Step[]> {
  if (functionsUrl === undefined) return [];
  const config = () => readConfig({ ...settings, PROXY_SERVICE_SID: sidOf(service) });
  const changes = service.sid === undefined ? undefined : await urlChanges(config(), functionsUrl);
  if (changes?.length === 0) return [];
  const run = async () => {
    await applyUrls(config(), functionsUrl, env);
    return [];
  };
  const replaced = changes?.filter(({ from }) => from !== '') ?? [];
  const list = replaced.map(({ place, from }) => `     ${place}  replaces ${from}`);
  return [
    { text: [`point the service's three callbacks to ${functionsUrl}/proxy/...`, ...list].join('\n'), run },
  ];
}

function sidOf({ sid }: Service): string {
  if (sid === undefined) throw new Error('the service is made before it is used');
  return sid;
}
