import { join, relative } from 'node:path';

/** Absolute path of the folder that holds package.json. */
export const projectDir = join(__dirname, '..');

/** Absolute path of something in the project. */
export function inProject(...parts: string[]): string {
  return join(projectDir, ...parts);
}

/** A path as people name it: from the project's folder where it is in there. */
export function shownPath(file: string): string {
  const path = relative(projectDir, file);
  return path.startsWith('..') ? file : path;
}
