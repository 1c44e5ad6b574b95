import { spawnSync } from 'node:child_process';
import { Narrator } from '../../scripts/demo/narration';
import { inProject } from '../../scripts/project';

describe('Narrator', () => {
  it('tells in one language and keeps the facts in both', () => {
    const told: string[] = [];
    const narrator = new Narrator('ja', (line) => told.push(line));
    narrator.chapter({ ja: '始まり', en: 'Beginning' });
    narrator.expect(true, { ja: 'はい', en: 'yes' });
    expect(narrator.allHeld).toBe(true);
    narrator.expect(false, { ja: 'いいえ', en: 'no' });
    expect(narrator.allHeld).toBe(false);
    expect(told).toEqual(['\n始まり', '  ✓ はい', '  ✗ いいえ']);
    expect(narrator.facts.map(({ held, sentence }) => [held, sentence.en])).toEqual([
      [true, 'yes'],
      [false, 'no'],
    ]);
  });
});

describe('npm run demo', () => {
  it('ends with 0 and the facts, all of which held', () => {
    const demo = spawnSync(process.execPath, ['--import', 'tsx', inProject('scripts', 'demo.ts'), '--json'], {
      cwd: inProject(),
      encoding: 'utf8',
    });
    expect(demo).toMatchObject({ status: 0, stderr: expect.stringMatching(/^building\n(starting\n)?$/) });
    const { ok, facts } = JSON.parse(demo.stdout);
    expect(ok).toBe(true);
    expect(facts.length).toBeGreaterThan(10);
  });
});
