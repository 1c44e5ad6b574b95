import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { table } from '../table';
import type { Bundle } from './functions';

/** The sizes of everything that was built, for people. */
export function sizeTable({ bundles, assets }: { bundles: Bundle[]; assets: string[] }): string {
  const functions = bundles.map(({ path, access, bytes, requires }) => [
    path,
    access,
    kilobytes(bytes),
    requires.join(', '),
  ]);
  const files = assets.map((file) => [`/${basename(file)}`, 'asset', kilobytes(statSync(file).size), '']);
  return table(['URL', 'access', 'KB', 'requires'], [...functions, ...files]);
}

function kilobytes(bytes: number): string {
  return (bytes / 1024).toFixed(1);
}
