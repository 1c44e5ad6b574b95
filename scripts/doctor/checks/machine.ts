import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { handlerVersions } from '../../../simulator/twilio/serverless/limits';
import { readProject } from '../../deploy/project';
import { type Check, failed, ok, warning } from '../check';

/** What the platform runs; Node 18 cannot be deployed any more. @see https://www.twilio.com/docs/serverless/functions-assets/functions/node-version */
const RUNTIMES = ['node20', 'node22', 'node24'];
const TESTED = [20, 22];
/** The platform refuses this one, as the toolkit's own change notes say. */
const REFUSED_HANDLER = '2.1.0';

/** What can be checked on this machine alone, about the project in a folder. */
export function machineChecks(folder: string): Check[] {
  return [
    { name: 'Node', run: async () => node(process.versions.node) },
    { name: 'platform', run: async () => platform(folder) },
    { name: 'packages', run: async () => packages(folder) },
  ];
}

function node(version: string) {
  const isTested = TESTED.includes(Number(version.split('.')[0]));
  return isTested
    ? ok(version)
    : warning(version, `Use Node ${TESTED.join(' or ')}: the tests run on these.`);
}

function platform(folder: string) {
  const { runtime, dependencies } = readProject(folder);
  const handler = dependencies['@twilio/runtime-handler'];
  const found = `${runtime}, runtime handler ${handler}`;
  if (!RUNTIMES.includes(runtime)) {
    return failed(
      found,
      `Twilio does not run ${runtime}. Set "runtime" in .twilioserverlessrc to ${RUNTIMES.join(', ')}.`,
    );
  }
  const advice = 'Put 2.0.3 into package.json and run npm install.';
  if (handler === REFUSED_HANDLER) return failed(found, `Twilio refuses this runtime handler. ${advice}`);
  if (handlerVersions.includes(handler ?? '')) return ok(found);
  return warning(found, `Twilio is not known to take this runtime handler. ${advice}`);
}

const Package = v.object({ dependencies: v.record(v.string(), v.string()) });
const Installed = v.object({ version: v.string() });

function packages(folder: string) {
  const { dependencies } = v.parse(Package, readJson(join(folder, 'package.json')));
  const differing = Object.entries(dependencies).flatMap(([name, wanted]) => {
    const version = installedVersion(folder, name);
    return version === wanted ? [] : [`${name} ${version ?? 'missing'} instead of ${wanted}`];
  });
  if (differing.length === 0) return ok(`${Object.keys(dependencies).length} as package.json says`);
  return failed(differing.join(', '), 'Run npm ci.');
}

function installedVersion(folder: string, name: string): string | undefined {
  const file = join(folder, 'node_modules', name, 'package.json');
  return existsSync(file) ? v.parse(Installed, readJson(file)).version : undefined;
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
