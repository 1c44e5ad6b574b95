import { generateKeys, type Keys } from '../../../scripts/keys';
import { simulatedContext } from '../../../scripts/local/context';
import { inProject } from '../../../scripts/project';
import { startChildRuntime } from '../../../scripts/runtime/child';
import type { Settings } from '../../../scripts/settings';
import { makeDeployable } from '../../../simulator/deployable';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../../simulator/index';
import type { NumberedEntry } from '../../../simulator/twilio/log';
import { Clone } from './clone';

/** Deploys without the checks before and after, which have tests of their own. */
export const deployCommand = ['deploy', '--', '--no-checks', '--no-doctor'];

/** A clone of the project, and a Twilio to deploy to. */
export interface Rehearsal {
  simulator: Simulator;
  clone: Clone;
  keys: Keys;
  /** What `.env` of the clone holds. */
  settings: Settings;
  /** Everything that the deployed Functions have printed. */
  output(): string;
  /** What Twilio's Serverless API was asked since an entry of its log. */
  asked(since?: number): NumberedEntry[];
  stop(): Promise<void>;
}

export async function startRehearsal(options: SimulatorOptions = {}): Promise<Rehearsal> {
  const simulator = await startSimulator(options);
  const outputs: (() => string)[] = [];
  const deployable = await makeDeployable(simulator, {
    packages: inProject('node_modules'),
    startRuntime: async (runtimeOptions) => {
      const runtime = await startChildRuntime(runtimeOptions);
      outputs.push(runtime.output);
      return runtime;
    },
  });
  const clone = new Clone(deployable.environment);
  const keys = generateKeys();
  const settings = simulatedContext(simulator, keys);
  clone.settings = settings;
  const { log } = simulator.twilio;
  return {
    simulator,
    clone,
    keys,
    settings,
    output: () => outputs.map((output) => output()).join(''),
    asked: (since = 0) => log.entries({ kind: 'rest', since, target: 'serverless' }),
    stop: async () => {
      clone.remove();
      await deployable.stop();
      await simulator.stop();
    },
  };
}
