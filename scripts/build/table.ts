import { statSync } from 'node:fs';
import { relative } from 'node:path';
import Table from 'cli-table3';
import { inProject } from '../project';
import type { Bundle } from './functions';

/** The sizes of everything that was built, for people. */
export function sizeTable({ bundles, assets }: { bundles: Bundle[]; assets: string[] }): string {
  const table = new Table({
    head: ['URL', 'access', 'KB', 'requires'],
    colAligns: ['left', 'left', 'right', 'left'],
  });
  for (const { path, access, bytes, requires } of bundles) {
    table.push([path, access, kilobytes(bytes), requires.join(', ')]);
  }
  for (const file of assets) {
    table.push([
      `/${relative(inProject('dist', 'assets'), file)}`,
      'asset',
      kilobytes(statSync(file).size),
      '',
    ]);
  }
  return table.toString();
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
