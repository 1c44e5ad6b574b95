import { writeFileSync } from 'node:fs';
import { loadCorpus } from '../tests/safety/measure';
import { command, runScript } from './command';
import { inProject } from './project';
import { learnKinds } from './screening/kinds';
import { examplesOf, train } from './screening/training';

/** Where the learned weights are kept, relative to the project. */
export const WEIGHTS_FILE = 'src/safety/screening/wording/weights.json';

/** The weights that the development texts give; the same texts give the same weights. */
export function learnedWeights(): string {
  const samples = loadCorpus('development');
  const lines = Object.entries({ ...train(examplesOf(samples)), kinds: learnKinds(samples) });
  return `{\n${lines.map(([name, value]) => `  "${name}": ${JSON.stringify(value)}`).join(',\n')}\n}\n`;
}

if (require.main === module) {
  const program = command('screening-train', `Learns ${WEIGHTS_FILE} from the development texts anew.`);
  runScript(program, async () => {
    writeFileSync(inProject(WEIGHTS_FILE), learnedWeights());
    console.log(`${WEIGHTS_FILE} written`);
  });
}
