import { execFileSync } from 'node:child_process';
import { inProject } from '../../scripts/project';
import { findFunctions } from '../../simulator/edge/routes';

const functions = findFunctions(inProject('dist', 'functions'));

/** Loads a bundle in a fresh process and prints which packages that loaded. */
const script = `
  require(process.argv[1]);
  const packages = Object.keys(require.cache).filter((file) => file.includes('node_modules'));
  console.log(JSON.stringify(packages));
`;

it.each(functions)('$path loads no package, and so not twilio', ({ filePath }) => {
  const loaded = execFileSync(process.execPath, ['-e', script, filePath], { encoding: 'utf8' });
  expect(JSON.parse(loaded)).toEqual([]);
});
