import { type Stack, type StackOptions, startStack } from '../scripts/local/stack';
import type { Runtime } from '../scripts/runtime/runtime';
import type { SimulatorOptions } from '../simulator/index';
import type { SwitchboardName } from '../src/masking/session';

/** Quotas that no measurement reaches. */
const unlimited = {
  USER_CONNECTS_PER_HOUR: '1000000',
  USER_CONNECTS_PER_DAY: '1000000',
  PAIR_CONNECTS_PER_HOUR: '1000000',
  PAIR_CONNECTS_PER_DAY: '1000000',
  SERVICE_CONNECTS_PER_DAY: '999999999',
  INTERACTIONS_PER_HOUR: '1000000',
};

/** The service to be measured, with 20 numbers that can call and text. */
export function startService<R extends Runtime>(
  startRuntime: StackOptions<R>['startRuntime'],
  switchboard: SwitchboardName,
  simulator: SimulatorOptions = {},
): Promise<Stack<R>> {
  const settings = { ...unlimited, SWITCHBOARD: switchboard };
  const numbers = { numbers: 20, plainNumbers: switchboard === 'voice' ? 20 : 0, sms: true };
  return startStack({ startRuntime, settings, simulator: { ...numbers, ...simulator } });
}

/** Calls a Function as a backend does and returns the `tel` of its answer. @throws Error for any status but 200 */
export async function post({ functionsUrl, keys }: Stack, path: string, body: object): Promise<string> {
  const headers = { Authorization: `Bearer ${keys.apiKey}`, 'Content-Type': 'application/json' };
  const answer = await fetch(functionsUrl + path, { method: 'POST', headers, body: JSON.stringify(body) });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${text}`);
  const { data }: { data: { tel?: string } } = JSON.parse(text);
  return data.tel ?? '';
}
