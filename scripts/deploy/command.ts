import { type Config, readConfig } from '../../src/config';
import { buildProject } from '../build';
import { Failure, sentenceOn } from '../command';
import { noteDeployment } from '../deployment';
import type { Finding } from '../doctor/check';
import { examineService } from '../doctor/doctor';
import { envFile, type ServiceOptions, type Settings, serviceSettings } from '../settings';
import { checkDatabase } from '../setup/access';
import { applyUrls, type UrlChange } from '../setup/urls';
import { runChecks } from './checks';
import { type Deployed, deploy } from './deploy';
import { type EnvironmentName, type Plan, planDeployment } from './plan';

export interface DeployOptions extends ServiceOptions {
  environment: EnvironmentName;
  dryRun?: boolean;
  /** These are made of `--no-checks`, `--no-urls` and `--no-doctor`. */
  checks: boolean;
  urls: boolean;
  doctor: boolean;
}

/** What a deployment tells as it goes. */
export interface Listener {
  /** Heard every second or so. */
  progress(text: string): void;
  planned(plan: Plan, settings: Settings): void;
  deployed(functionsUrl: string, deployed: Deployed): void;
  pointed(changes: readonly UrlChange[]): void;
}

/** Everything that came of a deployment. */
export interface Outcome extends Deployed {
  functionsUrl: string;
  urls: readonly UrlChange[];
  /** What the doctor found; nothing where it was not asked. */
  findings: readonly Finding[];
}

/**
 * Checks, builds and uploads, points Twilio at the new domain and asks the doctor. @returns undefined for a dry run
 * @throws Failure that says what to do, and what is live now
 */
export async function runDeployment(
  options: DeployOptions,
  listener: Listener,
): Promise<Outcome | undefined> {
  const env = envFile(options.env);
  const settings = serviceSettings(options.env);
  const config = readConfig(settings);
  if (options.checks) await runChecks(listener.progress);
  listener.progress('Building');
  await buildProject();
  const plan = planDeployment(settings, options.environment);
  listener.planned(plan, settings);
  if (options.dryRun) return undefined;
  listener.progress('Trying the database');
  await checkDatabase(config).catch((error: unknown) => explain(error, 'Nothing was sent.'));
  const deployed = await deploy(plan, listener.progress);
  const functionsUrl = `https://${deployed.domain}`;
  listener.deployed(functionsUrl, deployed);
  noteDeployment(env, { functionsUrl });
  const urls = options.urls ? await point(config, functionsUrl, env, listener) : [];
  listener.pointed(urls);
  const findings = options.doctor ? await examineService({ ...options, live: true }, listener.progress) : [];
  return { functionsUrl, ...deployed, urls, findings };
}

async function point(
  config: Config,
  functionsUrl: string,
  env: string,
  { progress }: Listener,
): Promise<UrlChange[]> {
  progress('Letting Twilio call it');
  return applyUrls(config, functionsUrl, env, progress).catch((error: unknown) =>
    explain(
      error,
      'The Functions are live, but Twilio may still call those from before. Run the same command again.',
    ),
  );
}

/** Adds to what failed how things stand now. @throws always: Failure, or the error itself where it is a defect */
function explain(error: unknown, standing: string): never {
  const sentence = sentenceOn(error);
  if (sentence === undefined) throw error;
  throw new Failure(`${sentence} ${standing}`);
}
