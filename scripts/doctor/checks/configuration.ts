import { limits } from '../../../simulator/edge/limits';
import { type Config, readConfig } from '../../../src/config';
import { checkVariables, contextBytes, deployedVariables } from '../../deploy/variables';
import type { Settings } from '../../settings';
import { type Check, ok } from '../check';

/** Whether the settings are complete and right, and whether Twilio takes them. */
export function configurationChecks(settings: Settings): Check[] {
  return [
    { name: 'configuration', run: async () => ok(`${switchboardOf(readConfig(settings))} switchboard`) },
    { name: 'size of the variables', run: async () => size(settings) },
  ];
}

function switchboardOf({ SWITCHBOARD }: Config): string {
  return SWITCHBOARD;
}

function size(settings: Settings) {
  const variables = deployedVariables(settings);
  // Addresses of this machine are the deployment's business: a run against the simulator is well with them.
  checkVariables(variables, settings, true);
  return ok(`${contextBytes(variables, settings)} of ${limits.contextBytes} bytes`);
}
