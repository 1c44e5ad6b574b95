import { type Simulator, type SimulatorOptions, startSimulator } from '../../simulator/index';
import { readConfig } from '../../src/config';
import { generateKeys, type Keys } from '../keys';
import { listNumbers } from '../numbers/listing';
import { syncPool } from '../numbers/pool';
import type { Runtime, RuntimeOptions } from '../runtime/runtime';
import type { Settings } from '../settings';
import { setProxyUrls } from '../setup/proxy-urls';
import { Cleanup } from './cleanup';
import { qstashContext, simulatedContext } from './context';
import { serveFunctions } from './functions';
import { prepareVoiceNumbers } from './voice-numbers';

/** How many numbers the voice switchboard has, unless the simulator's options say otherwise. */
const NUMBERS = 5;

/** How to start everything on this machine. */
export interface StackOptions<R extends Runtime> {
  startRuntime: (options: RuntimeOptions) => Promise<R>;
  /** Port of the Functions' edge; 0, the default, takes any free one. */
  port?: number | undefined;
  simulator?: SimulatorOptions | undefined;
  /** Variables that differ from the usual ones. */
  settings?: Settings | undefined;
  /** Whether calls are warned of their end; they are not, by default. */
  hasWarnings?: boolean | undefined;
}

/** The whole service on this machine: the built Functions behind the edge, and the simulator that they use. */
export interface Stack<R extends Runtime = Runtime> {
  /** Base URL of the Functions. */
  functionsUrl: string;
  simulator: Simulator;
  runtime: R;
  keys: Keys;
  /** The variables that the Functions run with. */
  context: Settings;
  stop(): Promise<void>;
}

/** Starts everything from what was built last, with new keys, the pool filled and the callbacks set. */
export async function startStack<R extends Runtime>(options: StackOptions<R>): Promise<Stack<R>> {
  const cleanup = new Cleanup();
  try {
    const plainNumbers = options.settings?.SWITCHBOARD === 'voice' ? NUMBERS : 0;
    const simulator = await startSimulator({ plainNumbers, ...options.simulator });
    cleanup.add(() => simulator.stop());
    const keys = generateKeys();
    const { startRuntime, port, hasWarnings = false } = options;
    const warnings = hasWarnings ? qstashContext(simulator) : {};
    const context = { ...simulatedContext(simulator, keys), ...warnings, ...options.settings };
    const { functionsUrl, runtime } = await serveFunctions({ context, startRuntime, port }, cleanup);
    await prepare(context, simulator, functionsUrl);
    return { functionsUrl, simulator, runtime, keys, context, stop: () => cleanup.run() };
  } catch (error) {
    await cleanup.run();
    throw error;
  }
}

async function prepare(context: Settings, simulator: Simulator, functionsUrl: string): Promise<void> {
  const config = readConfig(context);
  if (config.SWITCHBOARD === 'voice') return prepareVoiceNumbers(config, simulator, functionsUrl);
  await Promise.all([
    listNumbers(config).then((numbers) => syncPool(config, numbers, false)),
    setProxyUrls(config, functionsUrl),
  ]);
}
