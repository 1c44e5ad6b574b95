import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { filesBelow } from '../../simulator/files';

/** A file that a build makes. */
export interface BuiltFile {
  /** Absolute. */
  path: string;
  contents: Uint8Array;
}

/**
 * Makes `dir` hold exactly these files. What is there already stays untouched and the rest is replaced in one step, so
 * that a runtime that serves the folder never sees a file missing or half written.
 */
export function fillFolder(dir: string, files: readonly BuiltFile[]): void {
  const kept = new Set(files.map(({ path }) => path));
  const temporary = `${dir}.${process.pid}.tmp`;
  for (const { path, contents } of files) {
    if (existsSync(path) && readFileSync(path).equals(contents)) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(temporary, contents);
    renameSync(temporary, path);
  }
  for (const file of filesBelow(dir)) if (!kept.has(file)) rmSync(file, { force: true });
}
