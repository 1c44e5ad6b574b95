import { join, relative } from 'node:path';
import { filesBelow } from '../simulator/files';
import { buildAssets } from './build/assets';
import { type Bundle, bundleFunctions, problemsOf, strayFiles } from './build/functions';
import { sizeTable } from './build/table';
import { command, Failure, runScript } from './command';
import { inProject } from './project';

/** What a build made. */
export interface Build {
  bundles: Bundle[];
  /** Absolute paths of what browsers load. */
  assets: string[];
}

/**
 * Builds `src/functions` and `src/assets` of `sourceDir` into the two folders below `outDir` that Twilio gets.
 * @throws Failure naming every reason why the result may not be uploaded.
 */
export async function buildProject(sourceDir = inProject('src'), outDir = inProject('dist')): Promise<Build> {
  const sources = join(sourceDir, 'functions');
  refuse(strayFiles(filesBelow(sources).map((file) => relative(sourceDir, file))));
  const functionsDir = join(outDir, 'functions');
  const [bundles, assets] = await Promise.all([
    bundleFunctions(sources, functionsDir),
    buildAssets(join(sourceDir, 'assets'), join(outDir, 'assets')),
  ]);
  refuse(problemsOf(bundles));
  return { bundles, assets };
}

function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new Failure(problems.join('\n'));
}

if (require.main === module) {
  const program = command(
    'build',
    'Bundles the Functions and the web pages into dist/, which is what Twilio gets.',
  );
  program.option('--json', 'print one line of JSON instead of a table');
  runScript(program, async ({ json }: { json?: boolean }) => {
    const built = await buildProject();
    console.log(json ? JSON.stringify(built.bundles) : sizeTable(built));
  });
}
