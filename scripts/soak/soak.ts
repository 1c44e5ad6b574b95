import { readConfig } from '../../src/config';
import type { SwitchboardName } from '../../src/masking/session';
import type { Stack } from '../local/stack';
import { startStack } from '../local/stack';
import type { Reconciliation } from '../reconcile/reconcile';
import { type ChildRuntime, startChildRuntime } from '../runtime/child';
import { checkCallers, endAll, reconcileAfter, sharedBindings } from './aftermath';
import { Counts } from './counts';
import { clearFaults, injectFaults } from './faults';
import { runLoad } from './load';
import { type MemoryVerdict, MemoryWatch } from './memory';
import { cast } from './people';

export interface SoakOptions {
  readonly seconds: number;
  readonly concurrency: number;
  /** Share of the requests to Twilio and Redis that fail, 0 to 1. */
  readonly faultRate: number;
  readonly switchboard: SwitchboardName;
}

export interface SoakResult {
  /** Whether nothing was lost, crossed, orphaned or unexpected, and memory did not grow. */
  readonly ok: boolean;
  readonly lost: number;
  readonly crossed: number;
  readonly orphaned: number;
  /** Answers with status 500 or none at all. */
  readonly unexpected: number;
  /** Disagreements that one reconciliation repaired after the load. */
  readonly repaired: number;
  readonly memory: MemoryVerdict;
  readonly counts: Readonly<Record<string, number>>;
}

const UNLIMITED = '1000000';
const NUMBERS = 60;

/** What users do is limited elsewhere; here it is load. */
const limits = {
  USER_CONNECTS_PER_HOUR: UNLIMITED,
  USER_CONNECTS_PER_DAY: UNLIMITED,
  PAIR_CONNECTS_PER_HOUR: UNLIMITED,
  PAIR_CONNECTS_PER_DAY: UNLIMITED,
  SERVICE_CONNECTS_PER_DAY: UNLIMITED,
  INTERACTIONS_PER_HOUR: UNLIMITED,
};

/** Runs mixed traffic with faults through the built Functions, then checks what is left. */
export async function soak(
  options: SoakOptions,
  progress: (text: string) => void = () => undefined,
): Promise<SoakResult> {
  const isVoice = options.switchboard === 'voice';
  const simulator = { [isVoice ? 'plainNumbers' : 'numbers']: NUMBERS, rateLimit: false };
  const settings = { ...limits, ...(isVoice && { SWITCHBOARD: 'voice', PROXY_SERVICE_SID: '' }) };
  const stack = await startStack({ startRuntime: startChildRuntime, simulator, settings });
  try {
    return await soakOn(stack, options, progress);
  } finally {
    await stack.stop();
  }
}

async function soakOn(
  stack: Stack<ChildRuntime>,
  options: SoakOptions,
  progress: (text: string) => void,
): Promise<SoakResult> {
  const { seconds, concurrency, faultRate } = options;
  const { simulator, context, runtime } = stack;
  const counts = new Counts();
  const people = cast(stack, concurrency);
  const memory = new MemoryWatch(runtime.pid);
  const stopListening = simulator.twilio.log.subscribe(({ kind, target, status }) => {
    if (kind === 'webhook') counts.add(`${target.replace(/^.*\//, '')} ${status}`);
  });
  injectFaults(simulator, faultRate);
  await runLoad({ stack, ...people, seconds, counts, progress });
  progress('checking what is left');
  counts.add('faults at Twilio', clearFaults(simulator));
  stopListening();
  const remembered = memory.stop();
  const config = readConfig(context);
  const repairs = await reconcileAfter(config, { apply: true });
  await checkCallers(stack, people.callers, counts);
  counts.add('crossed', sharedBindings(stack));
  const left = await reconcileAfter(config, { apply: false });
  const ownerless = await endAll(stack, people.callers);
  return verdict(counts, remembered, { repaired: repairs.disagreements.length, left, ownerless });
}

/** What is left after the load, when nobody is at work any more. */
export interface Aftermath {
  readonly repaired: number;
  /** A second reconciliation. */
  readonly left: Pick<Reconciliation, 'disagreements' | 'inFlight'>;
  /** Sessions that live on although everybody's were ended. */
  readonly ownerless: number;
}

/** Judges what was counted while the load lasted and what is left of it. */
export function verdict(
  counts: Counts,
  memory: MemoryVerdict,
  { repaired, left, ownerless }: Aftermath,
): SoakResult {
  const orphaned = left.disagreements.length + left.inFlight + ownerless;
  const [lost, crossed, unexpected] = ['lost', 'crossed', 'unexpected'].map((name) => counts.of(name));
  const found = { lost: lost ?? 0, crossed: crossed ?? 0, orphaned, unexpected: unexpected ?? 0 };
  const ok = Object.values(found).every((count) => count === 0) && memory.grows !== true;
  return { ok, ...found, repaired, memory, counts: counts.all() };
}
