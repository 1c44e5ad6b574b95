import { variableNames } from '../../src/config';
import { Failure } from '../command';
import { projectDir } from '../project';
import { type Changes, difference } from './changes';
import { type DeployClient, deployClient } from './client';
import { type Live, readLive } from './live';
import { environments, type Plan } from './plan';
import { adviceOn, refusalOf } from './refusal';

/** Where a deployment is. */
type Place = Pick<Live, 'domain' | 'serviceSid' | 'environmentSid' | 'buildSid'>;

/** What is live after a deployment. */
export interface Deployed extends Place {
  changes: Changes;
}

/**
 * Sends everything to Twilio and makes it live as the last step, so that whatever fails before that leaves the old one running.
 * @param progress hears the client's own events
 * @throws Failure that says what to do, and what is live now
 */
export async function deploy(plan: Plan, progress: (text: string) => void): Promise<Deployed> {
  const twilio = deployClient(plan.credentials);
  twilio.client.on('status-update', ({ message }: { message: string }) => progress(message));
  progress('Reading what is live');
  const before = await read(twilio, plan).catch((error: unknown) => {
    throw new Failure(`${reason(twilio, error)} Nothing was sent.`);
  });
  const place = await send(twilio, plan, before).catch((error: unknown) =>
    recover(twilio, plan, before, error),
  );
  const changes = {
    functions: difference(before.functions, plan.functions),
    variables: difference(mapOf(ours(before.variables)), mapOf(plan.variables)),
  };
  await removeVariables(twilio, place, changes.variables.removed);
  const { domain, serviceSid, environmentSid, buildSid } = place;
  return { domain, serviceSid, environmentSid, buildSid, changes };
}

function read({ client }: DeployClient, { project, environment }: Plan): Promise<Live> {
  return readLive(client, project.serviceName, environments[environment]);
}

function send({ client }: DeployClient, plan: Plan, { serviceSid }: Live): Promise<Place> {
  const { functionsFolder, assetsFolder, dependencies, ...named } = plan.project;
  return client.deployLocalProject({
    ...plan.credentials,
    ...named,
    ...(serviceSid && { serviceSid }),
    cwd: projectDir,
    envPath: '',
    functionsFolderName: functionsFolder,
    assetsFolderName: assetsFolder,
    functionsEnv: environments[plan.environment],
    env: plan.variables,
    pkgJson: { dependencies },
  });
}

/** An answer may be lost on its way back: what counts is what is live. */
async function recover(twilio: DeployClient, plan: Plan, before: Live, error: unknown): Promise<Place> {
  twilio.end();
  const why = reason(twilio, error);
  const now = await read(twilio, plan).catch(() => undefined);
  if (now && now.buildSid !== before.buildSid) return now;
  throw new Failure(`${why} ${await settle(twilio, plan, before, now)}`);
}

/** Puts back the variables of what is live, which see every change at once, and says how things stand. */
async function settle(
  { client }: DeployClient,
  { credentials }: Plan,
  before: Live,
  now: Live | undefined,
): Promise<string> {
  if (before.buildSid === '') return 'Nothing is live yet.';
  const kept = 'What was live before is still running';
  if (now && sameVariables(before, now)) return `${kept}, unchanged.`;
  const { serviceSid, environmentSid: environment, variables: env } = before;
  return client.setEnvironmentVariables({ ...credentials, serviceSid, environment, env, append: false }).then(
    () => `${kept}, with the variables that it had.`,
    () => `${kept}, but it may have some of the new variables already. Run the same command again.`,
  );
}

/** A variable that is the default again must go; what somebody else has set stays. */
async function removeVariables(twilio: DeployClient, place: Place, keys: string[]): Promise<void> {
  if (keys.length === 0) return;
  const { serviceSid, environmentSid: environment } = place;
  await twilio.client
    .removeEnvironmentVariables({ username: '', password: '', serviceSid, environment, keys })
    .catch((error: unknown) => {
      throw new Failure(
        `The new one is live, but ${keys.join(', ')} could not be removed from its variables. ${reason(twilio, error)}`,
      );
    });
}

function reason({ lastRefusal }: DeployClient, error: unknown): string {
  if (error instanceof Error && error.message === 'Timeout') {
    return 'Twilio is still building after five minutes. Look at https://status.twilio.com, then run the same command again.';
  }
  const refusal = lastRefusal();
  if (refusal === undefined && error === 'failed') {
    return 'Twilio could not build what was sent, and does not say why. Run npm ci and npm run build, then the same command again.';
  }
  return adviceOn(refusal ?? refusalOf(error));
}

function ours(variables: Live['variables']): Live['variables'] {
  return Object.fromEntries(Object.entries(variables).filter(([name]) => variableNames.includes(name)));
}

function sameVariables(one: Live, other: Live): boolean {
  const { added, changed, removed } = difference(mapOf(one.variables), mapOf(other.variables));
  return added.length + changed.length + removed.length === 0;
}

function mapOf(variables: Live['variables']): Map<string, string> {
  return new Map(Object.entries(variables));
}
