import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { Failure } from '../command';

/** What the platform itself needs: the runtime's handler, and the one package that bundles leave outside. */
const NEEDED = ['@twilio/runtime-handler', 'twilio'];

const Rc = v.object({
  functionsFolder: v.string(),
  assetsFolder: v.string(),
  runtime: v.string(),
  serviceName: v.string(),
});

const Package = v.object({ dependencies: v.optional(v.record(v.string(), v.string()), {}) });

/** What is deployed, and as what. */
export interface DeployedProject extends v.InferOutput<typeof Rc> {
  /** Exact versions of the packages that Twilio installs. Everything else is inside the bundles. */
  dependencies: Record<string, string>;
}

/**
 * Reads `.twilioserverlessrc`, which `twilio-run` reads too, and `package.json` of a folder.
 * @throws Failure for a package that is missing or whose version is a range: Twilio knows no lockfile.
 */
export function readProject(folder: string): DeployedProject {
  const rc = v.parse(Rc, JSON.parse(withoutComments(read(folder, '.twilioserverlessrc'))));
  const { dependencies } = v.parse(Package, JSON.parse(read(folder, 'package.json')));
  const needed = NEEDED.map((name) => [name, exact(name, dependencies[name])]);
  return { ...rc, dependencies: Object.fromEntries(needed) };
}

function exact(name: string, version: string | undefined): string {
  if (version !== undefined && /^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) return version;
  throw new Failure(
    `package.json needs ${name} in "dependencies" with an exact version: Twilio installs what stands there and knows no lockfile.`,
  );
}

function read(folder: string, name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

/** The file is JSON5, of which only whole lines of comment are used. */
function withoutComments(text: string): string {
  return text.replace(/^\s*\/\/.*$/gm, '');
}
