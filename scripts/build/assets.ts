import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build } from 'esbuild';
import { filesBelow } from '../../simulator/files';
import { type BuiltFile, fillFolder } from './files';

/**
 * Puts what browsers load into `outDir` and returns the files made: each `.ts` file at the top of `sourceDir` becomes
 * one bundled ES module (those in folders below are its parts); everything else is copied.
 */
export async function buildAssets(sourceDir: string, outDir: string): Promise<string[]> {
  const files = filesBelow(sourceDir);
  const scripts = files.filter((file) => file.endsWith('.ts') && dirname(file) === sourceDir);
  const copied = files
    .filter((file) => !file.endsWith('.ts') && !file.endsWith('tsconfig.json'))
    .map((file) => ({ path: join(outDir, relative(sourceDir, file)), contents: readFileSync(file) }));
  const made = [...copied, ...(await bundle(scripts, outDir))];
  fillFolder(outDir, made);
  return made.map(({ path }) => path).sort();
}

async function bundle(entryPoints: string[], outdir: string): Promise<BuiltFile[]> {
  const { outputFiles } = await build({
    entryPoints,
    outdir,
    write: false,
    bundle: true,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    minify: true,
    logLevel: 'silent',
  });
  return outputFiles;
}
