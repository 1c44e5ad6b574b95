import { closeSync, existsSync, fsyncSync, openSync, realpathSync, renameSync, writeSync } from 'node:fs';

/** Only the owner may read it. */
const PRIVATE = 0o600;

/** Replaces a file in one step, so that whoever is interrupted leaves the old one or the new one, and nobody else may read it. */
export function writePrivately(file: string, text: string): void {
  const target = existsSync(file) ? realpathSync(file) : file;
  const draft = `${target}.${process.pid}.new`;
  const handle = openSync(draft, 'w', PRIVATE);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(draft, target);
}
