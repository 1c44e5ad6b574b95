import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { findFunctions } from '../../simulator/edge/routes';
import { filesBelow } from '../../simulator/files';
import { readConfig } from '../../src/config';
import { projectDir } from '../project';
import type { Settings } from '../settings';
import { functionKey } from './live';
import { type DeployedProject, readProject } from './project';
import { checkVariables, deployedVariables, isLocal } from './variables';

/** The environments that can be deployed to, and the ends of their domains. */
export const environments = { dev: 'dev', stage: 'stage', production: '' } as const;
export type EnvironmentName = keyof typeof environments;

/** Everything that a deployment sends, checked. */
export interface Plan {
  project: DeployedProject;
  environment: EnvironmentName;
  credentials: { username: string; password: string };
  variables: Settings;
  /** The built Functions: what each file holds, by its URL path and visibility. */
  functions: ReadonlyMap<string, string>;
  /** The URL paths of the built assets. */
  assets: readonly string[];
}

/**
 * Reads what was built and what is to be sent with it.
 * @throws ConfigError naming every variable that is missing or wrong
 * @throws Failure for what Twilio would refuse
 */
export function planDeployment(settings: Settings, environment: EnvironmentName): Plan {
  const { ACCOUNT_SID, AUTH_TOKEN } = readConfig(settings);
  const variables = deployedVariables(settings);
  // Only the simulator's own proxy is on this machine: nothing of this reaches Twilio.
  checkVariables(variables, settings, isLocal(process.env.HTTP_PROXY ?? ''));
  const project = readProject(projectDir);
  return {
    project,
    environment,
    credentials: { username: ACCOUNT_SID, password: AUTH_TOKEN },
    variables,
    functions: new Map(
      findFunctions(join(projectDir, project.functionsFolder)).map(({ path, access, filePath }) => [
        functionKey(path, access),
        readFileSync(filePath, 'utf8'),
      ]),
    ),
    assets: assetPaths(join(projectDir, project.assetsFolder)),
  };
}

function assetPaths(folder: string): string[] {
  return filesBelow(folder).map((file) => `/${relative(folder, file).replaceAll('\\', '/')}`);
}
