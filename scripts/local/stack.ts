import { type Simulator, type SimulatorOptions, startSimulator } from '../../simulator/index';
import { readConfig } from '../../src/config';
import { generateKeys, type Keys } from '../keys';
import { listNumbers, syncPool } from '../numbers/pool';
import type { Runtime, RuntimeOptions } from '../runtime/runtime';
import type { Settings } from '../settings';
import { applyUrls } from '../setup/urls';
import { Cleanup } from './cleanup';
import { simulatedContext } from './context';
import { serveFunctions } from './functions';

/** How to start everything on this machine. */
export interface StackOptions<R extends Runtime> {
  startRuntime: (options: RuntimeOptions) => Promise<R>;
  /** Port of the Functions' edge; 0, the default, takes any free one. */
  port?: number | undefined;
  simulator?: SimulatorOptions | undefined;
  /** Variables that differ from the usual ones. */
  settings?: Settings | undefined;
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

/** Starts everything from what was built last, with new keys, the pool filled and Proxy's callbacks set. */
export async function startStack<R extends Runtime>(options: StackOptions<R>): Promise<Stack<R>> {
  const cleanup = new Cleanup();
  try {
    const simulator = await startSimulator(options.simulator);
    cleanup.add(() => simulator.stop());
    const keys = generateKeys();
    const context = { ...simulatedContext(simulator, keys), ...options.settings };
    const { startRuntime, port } = options;
    const { functionsUrl, runtime } = await serveFunctions({ context, startRuntime, port }, cleanup);
    await prepare(context, functionsUrl);
    return { functionsUrl, simulator, runtime, keys, context, stop: () => cleanup.run() };
  } catch (error) {
    await cleanup.run();
    throw error;
  }
}

async function prepare(context: Settings, functionsUrl: string): Promise<void> {
  const config = readConfig(context);
  await Promise.all([
    listNumbers(config).then((numbers) => syncPool(config, numbers, false)),
    applyUrls(config, functionsUrl),
  ]);
}
