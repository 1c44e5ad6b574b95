import { type Stack, type StackOptions, startStack } from '../scripts/local/stack';
import type { Runtime } from '../scripts/runtime/runtime';
import type { SimulatorOptions } from '../simulator/index';

/** Quotas that no measurement reaches. */
const unlimited = {
  USER_CONNECTS_PER_HOUR: '1000000',
  USER_CONNECTS_PER_DAY: '1000000',
  PAIR_CONNECTS_PER_HOUR: '1000000',
  PAIR_CONNECTS_PER_DAY: '1000000',
  SERVICE_CONNECTS_PER_DAY: '999999999',
  INTERACTIONS_PER_HOUR: '1000000',
};

/** The service to be measured, with 20 numbers. */
export function startService<R extends Runtime>(
  startRuntime: StackOptions<R>['startRuntime'],
  simulator: SimulatorOptions = {},
): Promise<Stack<R>> {
  return startStack({ startRuntime, settings: unlimited, simulator: { numbers: 20, ...simulator } });
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
