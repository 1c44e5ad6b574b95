import { rmSync } from 'node:fs';
import { filesBelow } from '../../simulator/files';

/**
 * Removes the files below `dir` that are not among `kept` (absolute paths). Used instead of emptying the folder
 * first, so that a runtime that serves it never sees it empty.
 */
export function removeOthers(dir: string, kept: readonly string[]): void {
  const keep = new Set(kept);
  for (const file of filesBelow(dir)) if (!keep.has(file)) rmSync(file);
}
