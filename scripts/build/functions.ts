import { isBuiltin } from 'node:module';
import { relative, resolve } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { functionOf } from '../../simulator/edge/routes';
import { filesBelow } from '../../simulator/files';
import { fillFolder } from './files';

/** Largest bundle that is accepted, in bytes: Functions start cold, and every byte is read then. */
export const bundleLimitBytes = 512 * 1024;

/** One bundled Function. */
export interface Bundle {
  /** The URL path that Twilio serves it under. */
  path: string;
  access: 'public' | 'protected' | 'private';
  bytes: number;
  /** What the bundle still requires at run time. */
  requires: string[];
}

/**
 * Bundles every Function below `sourceDir` to the same place below `outDir`. `twilio` stays outside: the runtime
 * tests TwiML with `instanceof` against its own copy of it.
 */
export async function bundleFunctions(sourceDir: string, outDir: string): Promise<Bundle[]> {
  const entryPoints = filesBelow(sourceDir).filter((file) => file.endsWith('.ts'));
  const { metafile, outputFiles } = await build({
    write: false,
    entryPoints,
    outdir: outDir,
    outbase: sourceDir,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    minify: true,
    legalComments: 'none',
    // Japanese texts take three bytes a character instead of six.
    charset: 'utf8',
    external: ['twilio'],
    // `import('twilio')` becomes a `require` on demand, which spares a cold start the ES module loader.
    supported: { 'dynamic-import': false },
    metafile: true,
    logLevel: 'silent',
  });
  fillFolder(outDir, outputFiles);
  return bundlesOf(metafile, outDir).sort((a, b) => a.path.localeCompare(b.path));
}

/** Why these Functions may not be uploaded, one sentence each; empty when they may. */
export function problemsOf(bundles: readonly Bundle[]): string[] {
  return bundles.flatMap((bundle) => [...sizeProblems(bundle), ...requireProblems(bundle)]);
}

/** Source files that would become a URL without being a Function, one sentence each. */
export function strayFiles(files: readonly string[]): string[] {
  return files
    .filter((file) => !file.endsWith('.ts') || /\.(test|spec|d)\.ts$/.test(file))
    .map((file) => `${file} does not belong there: everything in that folder becomes a URL`);
}

function bundlesOf(metafile: Metafile, outDir: string): Bundle[] {
  return Object.entries(metafile.outputs).map(([file, output]) => {
    const { path, access } = functionOf(relative(outDir, resolve(file)));
    const external = output.imports.filter((imported) => imported.external);
    return { path, access, bytes: output.bytes, requires: [...new Set(external.map((i) => i.path))] };
  });
}

function sizeProblems({ path, bytes }: Bundle): string[] {
  return bytes <= bundleLimitBytes ? [] : [`${path} is ${bytes} bytes, more than ${bundleLimitBytes}`];
}

function requireProblems({ path, requires }: Bundle): string[] {
  return requires
    .filter((name) => !isBuiltin(name) && !/^twilio(\/|$)/.test(name))
    .map((name) => `${path} requires ${name}, which is not there after a deploy`);
}
