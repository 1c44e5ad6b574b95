import { existsSync, mkdirSync, readFileSync, realpathSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Dependency } from '../twilio/serverless/model';

interface Package {
  version: string;
  dependencies?: Record<string, string>;
}

/**
 * Installs exactly these packages and what they need themselves into `folder`, as Twilio does with npm: whatever else the
 * project uses is not there. No registry is asked: the packages are linked out of `source`, another `node_modules`, so a
 * version that is not installed there is not to be had.
 * @throws Error naming the package that cannot be installed
 */
export function installPackages(dependencies: readonly Dependency[], source: string, folder: string): void {
  const from = realpathSync(source);
  const missing = missingPackage(dependencies, from);
  if (missing) throw new Error(`No matching version found for ${missing.name}@${missing.version}`);
  for (const name of closureOf(dependencies, from)) link(join(from, name), join(folder, name));
}

/** The first of the packages that `source` does not have in that version. */
export function missingPackage(dependencies: readonly Dependency[], source: string): Dependency | undefined {
  return dependencies.find(({ name, version }) => {
    const dir = join(source, name);
    return !existsSync(dir) || packageIn(dir).version !== version;
  });
}

/** The names of all packages that stand at the top of `node_modules` after an installation. */
function closureOf(dependencies: readonly Dependency[], from: string): Set<string> {
  const names = new Set<string>();
  const seen = new Set<string>();
  const waiting = dependencies.map(({ name }) => join(from, name));
  for (let dir = waiting.pop(); dir !== undefined; dir = waiting.pop()) {
    if (seen.has(dir)) continue;
    seen.add(dir);
    const name = dir.slice(from.length + 1);
    if (!name.includes('node_modules')) names.add(name);
    for (const needed of Object.keys(packageIn(dir).dependencies ?? {}))
      waiting.push(resolve(needed, dir, from));
  }
  return names;
}

/** Where Node finds a package from inside another one. */
function resolve(name: string, dir: string, from: string): string {
  for (let at = dir; at !== from; at = dirname(at)) {
    const nested = join(at, 'node_modules', name);
    if (existsSync(nested)) return nested;
  }
  return join(from, name);
}

function packageIn(dir: string): Package {
  return JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8'));
}

function link(target: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path, 'junction');
}
