import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { buildSync } from 'esbuild';

const folder = resolve(__dirname, '../../../src/safety/screening');

/** The screening as a Function has it: in one file. */
function bundle(): Uint8Array {
  const { outputFiles } = buildSync({
    entryPoints: [join(folder, 'index.ts')],
    bundle: true,
    minify: true,
    charset: 'utf8',
    platform: 'node',
    write: false,
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
}

test('the screening is small enough for a Function that starts cold', () => {
  const { length } = bundle();
  expect(length).toBeGreaterThan(0);
  expect(length).toBeLessThan(340_000);
});

test('it imports nothing from outside its folder', () => {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((each) =>
    each.endsWith('.ts'),
  )) {
    const file = join(folder, name);
    for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/from '([^']+)'/gu)) {
      expect(path.startsWith('.')).toBe(true);
      expect(relative(folder, resolve(file, '..', path)).startsWith('..')).toBe(false);
    }
  }
});

/** Prints the shortest of many times that judging a text took, in milliseconds. */
const stopwatch = `
  const [file, text] = process.argv.slice(1);
  const { screen } = require(file);
  const times = Array.from({ length: 600 }, () => {
    const begin = performance.now();
    screen(text);
    return performance.now() - begin;
  });
  console.log(Math.min(...times));`;

test('a chat text of 200 characters takes well under a millisecond', () => {
  const text = 'こんにちは、3,000円で12月8日の19時に渋谷駅でお渡しできます。LINEは使いません。090の件は'
    .repeat(5)
    .slice(0, 200);
  const home = mkdtempSync(join(tmpdir(), 'screening-'));
  try {
    const file = join(home, 'screening.cjs');
    writeFileSync(file, bundle());
    const printed = execFileSync(process.execPath, ['-e', stopwatch, file, text], { encoding: 'utf8' });
    expect(Number(printed)).toBeGreaterThan(0);
    expect(Number(printed)).toBeLessThan(1);
  } finally {
    rmSync(home, { recursive: true });
  }
});
