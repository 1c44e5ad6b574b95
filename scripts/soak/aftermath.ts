import type { Config } from '../../src/config';
import type { Stack } from '../local/stack';
import { maintenanceTools } from '../maintenance';
import { type Reconciliation, reconcile } from '../reconcile/reconcile';
import { placeCall } from './call';
import type { Counts } from './counts';
import type { Caller } from './people';
import { Service } from './service';

/** Reservations and lost requests are waited for longer than this by nobody, in milliseconds. */
const ALL_OVER_MS = 120_000;
/** The simulator's own limit is off. */
const UNHURRIED = 1_000;

/** Nobody is at work any more, so the clock stands where every reservation has ended. */
export function reconcileAfter(config: Config, options: { apply: boolean }): Promise<Reconciliation> {
  const clock = () => Date.now() + ALL_OVER_MS;
  const tools = maintenanceTools(config, { clock, perSecond: UNHURRIED });
  return reconcile({ ...tools, progress: () => undefined }, options);
}

/** Whether each number that a caller was given last still reaches the right partner; counts `lost` and `crossed`. */
export async function checkCallers(stack: Stack, callers: readonly Caller[], counts: Counts): Promise<void> {
  const service = new Service(stack);
  for (const caller of callers) {
    if (caller.expected === undefined) continue;
    const { tel, peer } = caller.expected;
    const { data } = await service.sessions(caller);
    const isListed = data.sessions?.some((one) => one.tel === tel && one.peerId === peer.id) ?? false;
    await Promise.all([caller, peer].map(({ phone }) => phone.waitFor(({ status }) => status === 'idle')));
    const result = await placeCall(stack, caller, tel, peer);
    counts.add('sessions checked in the end');
    if (result === 'crossed') counts.add('crossed');
    else if (result !== 'joined' || !isListed) counts.add('lost');
  }
}

/** Ends every caller's sessions, and counts those that live on. */
export async function endAll(stack: Stack, callers: readonly Caller[]): Promise<number> {
  const service = new Service(stack);
  for (const caller of callers) await service.cleanup(caller);
  const { data } = await service.liveSessions();
  return data.live ?? 0;
}

/** Phones that hold one number in two live sessions, by Twilio's own record. */
export function sharedBindings({ simulator }: Stack): number {
  const { sessions } = simulator.twilio.proxy;
  const bindings = sessions
    .page(simulator.serviceSid, Number.MAX_SAFE_INTEGER)
    .records.filter(({ status }) => status !== 'closed')
    .flatMap(({ participants }) => participants.map((one) => `${one.identifier} ${one.proxyIdentifier}`));
  return bindings.length - new Set(bindings).size;
}
