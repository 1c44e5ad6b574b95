import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { buildSync } from 'esbuild';
import { screen } from '../../../src/safety/screening';

const folder = resolve(__dirname, '../../../src/safety/screening');

test('the screening is small enough for a Function that starts cold', () => {
  const built = buildSync({
    entryPoints: [join(folder, 'index.ts')],
    bundle: true,
    minify: true,
    charset: 'utf8',
    platform: 'node',
    write: false,
  });
  expect(built.outputFiles[0]?.contents.length).toBeLessThan(340_000);
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

test('a chat text of 200 characters takes well under a millisecond', () => {
  const text = 'こんにちは、3,000円で12月8日の19時に渋谷駅でお渡しできます。LINEは使いません。090の件は'
    .repeat(5)
    .slice(0, 200);
  const times = Array.from({ length: 600 }, () => {
    const begin = performance.now();
    screen(text);
    return performance.now() - begin;
  });
  expect(Math.min(...times)).toBeLessThan(1);
});
