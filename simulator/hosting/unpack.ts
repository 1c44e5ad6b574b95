import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import type { Build, Version } from '../twilio/serverless/model';
import { installPackages } from './packages';

/** The project that `twilio-run` finds in an unpacked folder. */
const rc = { functionsFolder: 'dist/functions', assetsFolder: 'dist/assets' };

/**
 * Fills an empty folder with what the platform has after a build: the uploaded Functions and assets and the packages that
 * the build names. Anything that a Function takes from elsewhere is missing here, as it is there.
 * @param packages the `node_modules` from which packages are installed
 */
export function unpack(build: Build, folder: string, packages: string): void {
  const { functionVersions, assetVersions, dependencies } = build;
  for (const version of functionVersions)
    write(join(folder, rc.functionsFolder, fileOf(version, '.js')), version);
  for (const version of assetVersions) write(join(folder, rc.assetsFolder, fileOf(version, '')), version);
  const listed = Object.fromEntries(dependencies.map(({ name, version }) => [name, version]));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'deployed', dependencies: listed }));
  writeFileSync(join(folder, '.twilioserverlessrc'), JSON.stringify(rc));
  installPackages(dependencies, packages, join(folder, 'node_modules'));
}

/** `/proxy/pin`, protected -> proxy/pin.protected.js; `/words.json`, private -> words.private.json */
function fileOf({ path, visibility }: Version, extension: string): string {
  const end = extension || extname(path);
  const name = extension ? path : path.slice(0, path.length - end.length);
  return `${name}${visibility === 'public' ? '' : `.${visibility}`}${end}`;
}

function write(file: string, { content }: Version): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
