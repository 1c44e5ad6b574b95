import { type Config, ConfigError, readConfig } from '../../src/config';
import { Misuse } from '../command';
import { functionsUrlOf } from '../deployment';
import { projectDir } from '../project';
import { envFile, type ServiceOptions, type Settings, serviceSettings } from '../settings';
import { clientFor } from '../twilio-client';
import { type Check, examine, type Finding, skipped } from './check';
import { accountChecks } from './checks/account';
import { alertCheck } from './checks/alerts';
import { configurationChecks } from './checks/configuration';
import { databaseChecks } from './checks/database';
import { deploymentChecks } from './checks/deployment';
import { eventChecks } from './checks/events';
import { machineChecks } from './checks/machine';
import { numberChecks } from './checks/numbers';
import { qstashChecks } from './checks/qstash';

export interface DoctorOptions extends ServiceOptions {
  domain?: string;
  /** Sends requests to the deployed Functions too. */
  live?: boolean;
}

const NEEDS_DATABASE = 'needs the database';

/** Checks everything that can be checked from here; nothing is changed. @throws Misuse for options that cannot be followed */
export async function examineService(
  options: DoctorOptions,
  progress: (text: string) => void,
): Promise<Finding[]> {
  const env = envFile(options.env);
  const settings = serviceSettings(options.env);
  const functionsUrl = functionsUrlOf(env, options.domain);
  const local = await examineAll([...machineChecks(projectDir), ...configurationChecks(settings)], progress);
  const config = configIn(settings);
  if (config === undefined)
    return [...local, { name: 'the rest', state: 'skipped', found: 'needs the configuration' }];
  const live = options.live ? liveChecks(config, functionsUrl) : [];
  const store = await examineStore(config, progress);
  const numbers = numberChecks(config, functionsUrl);
  const isUsable = isOpen(store);
  return [
    ...local,
    ...store,
    ...(await examineTwilio(config, isUsable ? numbers : skipped(numbers, NEEDS_DATABASE), progress)),
    ...(await examineAll([...qstashChecks(config), ...live], progress)),
  ];
}

/** The rest of the database is not asked where it does not answer. */
async function examineStore(config: Config, progress: (text: string) => void): Promise<Finding[]> {
  const [answering, ...others] = databaseChecks(config);
  const rest = [...others, ...eventChecks(config)];
  const database = await examineAll([answering], progress);
  return [
    ...database,
    ...(await examineAll(isOpen(database) ? rest : skipped(rest, NEEDS_DATABASE), progress)),
  ];
}

/** The rest of Twilio is not asked where the account lets nobody in. */
async function examineTwilio(
  config: Config,
  numbers: readonly Check[],
  progress: (text: string) => void,
): Promise<Finding[]> {
  const client = await clientFor(config);
  const [standing, ...others] = accountChecks(client, config);
  const rest = [...others, ...numbers, alertCheck(client)];
  const account = await examineAll([standing], progress);
  return [
    ...account,
    ...(await examineAll(isOpen(account) ? rest : skipped(rest, 'needs the account'), progress)),
  ];
}

/** Whether what was asked first lets us in. */
function isOpen([first]: readonly Finding[]): boolean {
  return first?.state !== 'failed';
}

function liveChecks(config: Config, functionsUrl: string | undefined): Check[] {
  if (functionsUrl !== undefined) return deploymentChecks(config, functionsUrl);
  throw new Misuse('Nobody knows where the Functions are. Run npm run deploy, or name their --domain.');
}

async function examineAll(checks: readonly Check[], progress: (text: string) => void): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const check of checks) {
    progress(`checking ${check.name}`);
    findings.push(await examine(check));
  }
  return findings;
}

function configIn(settings: Settings): Config | undefined {
  try {
    return readConfig(settings);
  } catch (error) {
    if (error instanceof ConfigError) return undefined;
    throw error;
  }
}
