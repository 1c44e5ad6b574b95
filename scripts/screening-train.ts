import { writeFileSync } from 'node:fs';
import { loadCorpus } from '../tests/safety/measure';
import { command, runScript } from './command';
import { inProject } from './project';
import { examplesOf, train } from './screening/training';

/** Where the learned weights are kept, relative to the project. */
export const WEIGHTS_FILE = 'src/safety/screening/wording/weights.json';

/** The weights that the development texts give; the same texts give the same weights. */
export function learnedWeights(): string {
  return `${JSON.stringify(train(examplesOf(loadCorpus('development'))), undefined, 2)}\n`;
}

if (require.main === module) {
  const program = command('screening-train', `Learns ${WEIGHTS_FILE} from the development texts anew.`);
  runScript(program, async () => {
    writeFileSync(inProject(WEIGHTS_FILE), learnedWeights());
    console.log(`${WEIGHTS_FILE} written`);
  });
}
