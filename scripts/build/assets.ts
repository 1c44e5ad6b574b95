import { cpSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build } from 'esbuild';
import { filesBelow } from '../../simulator/files';

/**
 * Puts what browsers load into `outDir` and returns the files made: each `.ts` file at the top of `sourceDir` becomes
 * one bundled ES module (those in folders below are its parts); everything else is copied.
 */
export async function buildAssets(sourceDir: string, outDir: string): Promise<string[]> {
  const files = filesBelow(sourceDir);
  const scripts = files.filter((file) => file.endsWith('.ts') && dirname(file) === sourceDir);
  const copied = files.filter((file) => !file.endsWith('.ts') && !file.endsWith('tsconfig.json'));
  for (const file of copied) cpSync(file, movedTo(outDir, sourceDir, file));
  await build({
    entryPoints: scripts,
    outdir: outDir,
    bundle: true,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    minify: true,
    logLevel: 'silent',
  });
  const bundled = scripts.map((file) => movedTo(outDir, sourceDir, file).replace(/\.ts$/, '.js'));
  return [...copied.map((file) => movedTo(outDir, sourceDir, file)), ...bundled].sort();
}

function movedTo(outDir: string, sourceDir: string, file: string): string {
  return join(outDir, relative(sourceDir, file));
}
