import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { maximumLength } from '../../../src/safety/screening';
import { hostileSeeds } from './generators';

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

/** Prints the shortest of many times that judging each text of standard input took, in milliseconds. */
const stopwatch = `
  const { screen } = require(process.argv[1]);
  const { texts, rounds } = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
  const timesOf = (text) => Array.from({ length: rounds }, () => {
    const { user, system } = process.cpuUsage();
    screen(text);
    const after = process.cpuUsage();
    return (after.user + after.system - user - system) / 1000;
  });
  console.log(JSON.stringify(texts.map((text) => Math.min(...timesOf(text)))));`;

describe('in a process of its own', () => {
  const home = mkdtempSync(join(tmpdir(), 'screening-'));
  const file = join(home, 'screening.cjs');
  beforeAll(() => writeFileSync(file, bundle()));
  afterAll(() => rmSync(home, { recursive: true }));

  function millisecondsOf(texts: readonly string[], rounds: number): number[] {
    const input = JSON.stringify({ texts, rounds });
    return JSON.parse(execFileSync(process.execPath, ['-e', stopwatch, file], { encoding: 'utf8', input }));
  }

  test('a chat text of 200 characters takes well under a millisecond', () => {
    const text = 'こんにちは、3,000円で12月8日の19時に渋谷駅でお渡しできます。LINEは使いません。090の件は'
      .repeat(5)
      .slice(0, 200);
    const [least = 0] = millisecondsOf([text], 600);
    expect(least).toBeGreaterThan(0);
    expect(least).toBeLessThan(1);
  });

  test('no text of the longest length that is judged takes 200 ms', () => {
    const texts = hostileSeeds.map((seed) =>
      seed.repeat(Math.ceil(maximumLength / seed.length)).slice(0, maximumLength),
    );
    const slow = millisecondsOf(texts, 6).flatMap((least, at) => (least < 200 ? [] : [hostileSeeds[at]]));
    expect(slow).toEqual([]);
  });
});
