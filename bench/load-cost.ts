import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inProject } from '../scripts/project';
import { findFunctions } from '../simulator/edge/routes';
import { quantile, rounded } from './statistics';

/** What loading a bundle costs over loading an empty Function, in milliseconds. */
export interface LoadCost {
  path: string;
  overEmptyMs: number;
}

const script = `
  const start = performance.now();
  require(process.argv[1]);
  console.log(performance.now() - start);
`;

/** Loads every bundle in fresh processes, `samples` times each, in turns; the median counts. */
export function measureLoadCost(samples: number): LoadCost[] {
  const folder = mkdtempSync(join(tmpdir(), 'tokumei-bench-'));
  try {
    const empty = join(folder, 'empty.js');
    writeFileSync(empty, 'exports.handler = (context, event, callback) => callback(null, {});\n');
    const emptyMs = medianLoadMs(empty, samples);
    return findFunctions(inProject('dist', 'functions')).map(({ path, filePath }) => ({
      path,
      overEmptyMs: rounded(medianLoadMs(filePath, samples) - emptyMs),
    }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function medianLoadMs(file: string, samples: number): number {
  const load = () => Number(execFileSync(process.execPath, ['-e', script, file], { encoding: 'utf8' }));
  return quantile(Array.from({ length: samples }, load), 0.5);
}
