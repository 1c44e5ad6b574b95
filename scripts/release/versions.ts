import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withRelease } from './changelog';

/** The files that name the version, and where in each it stands. */
const places: Readonly<Record<string, RegExp>> = {
  'package.json': /(?<=^ {2}"version": ")[^"]+/gm,
  'package-lock.json': /(?<=^ {2}"version": "|^ {4}"": \{\n {6}"name": "tokumei",\n {6}"version": ")[^"]+/gm,
  'docs/api.yaml': /(?<=^ {2}version: )\S+/gm,
};

/** Every version that a file of the project names, as `file: version`. */
export function versionsIn(folder: string): { file: string; version: string }[] {
  return Object.entries(places).flatMap(([file, place]) =>
    [...read(folder, file).matchAll(place)].map(([version]) => ({ file, version })),
  );
}

/** Writes a version into every file that names it, and what was unreleased under it in the changelog. @throws Failure */
export function prepareRelease(folder: string, version: string, date: string): void {
  const changelog = withRelease(read(folder, 'CHANGELOG.md'), version, date);
  for (const [file, place] of Object.entries(places))
    writeFileSync(join(folder, file), read(folder, file).replace(place, version));
  writeFileSync(join(folder, 'CHANGELOG.md'), changelog);
}

function read(folder: string, file: string): string {
  return readFileSync(join(folder, file), 'utf8');
}
