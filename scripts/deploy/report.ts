import { limits } from '../../simulator/edge/limits';
import { counted } from '../counted';
import type { Settings } from '../settings';
import type { UrlChange } from '../setup/urls';
import { type Changes, changesText } from './changes';
import type { Plan } from './plan';
import { contextBytes, sizesOf } from './variables';

/** What a deployment sends and where, in lines for people; sizes and names, never a value. */
export function planText(plan: Plan, settings: Settings): string {
  const { project, environment, functions, assets, variables } = plan;
  const packages = Object.entries(project.dependencies).map(([name, version]) => `${name} ${version}`);
  const sizes = sizesOf(variables).map(([name, bytes]) => `${name} ${bytes}`);
  return [
    `service       ${project.serviceName}, environment ${environment}, ${project.runtime}`,
    `sends         ${counted(functions.size, 'Function')}, ${counted(assets.length, 'asset')}`,
    `installs      ${packages.join(', ')}`,
    `variables     ${contextBytes(variables, settings)} of ${limits.contextBytes} bytes: ${sizes.join(', ')}`,
  ].join('\n');
}

/** What is live now and what differs from before. */
export function deployedText(functionsUrl: string, changes: Changes): string {
  return [...changesText(changes), `Live at ${functionsUrl}`].join('\n');
}

/** Which places at Twilio call other URLs than before; empty where none does. */
export function pointedText(changes: readonly UrlChange[]): string {
  return changes.map(({ place, to }) => `${place}: ${to}`).join('\n');
}
