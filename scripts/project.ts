import { join } from 'node:path';

/** Absolute path of the folder that holds package.json. */
export const projectDir = join(__dirname, '..');

/** Absolute path of something in the project. */
export function inProject(...parts: string[]): string {
  return join(projectDir, ...parts);
}
