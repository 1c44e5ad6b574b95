import { type Dirent, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Absolute paths of all files below a folder, at any depth, sorted; none when the folder is missing. */
export function filesBelow(dir: string): string[] {
  if (!existsSync(dir)) return [];
  const entries = readdirSync(dir, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(pathOf)
    .sort();
}

function pathOf(entry: Dirent): string {
  return join(entry.parentPath, entry.name);
}
