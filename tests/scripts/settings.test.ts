import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings, requireSettings } from '../../scripts/settings';

const folder = mkdtempSync(join(tmpdir(), 'tokumei-settings-'));
const file = join(folder, '.env');
afterAll(() => rmSync(folder, { recursive: true }));

describe('readSettings', () => {
  it('reads values and leaves out empty ones', () => {
    writeFileSync(file, '# comment\nA=1\nEMPTY=\nQUOTED="x y"\n');
    expect(readSettings(file)).toEqual({ A: '1', QUOTED: 'x y' });
  });

  it('is empty without a file', () => {
    expect(readSettings(join(folder, 'none'))).toEqual({});
  });
});

describe('requireSettings', () => {
  it('names everything that is missing in one message', () => {
    expect(() => requireSettings({ A: '1' }, ['A', 'B', 'C'])).toThrow(
      'Missing in .env: B, C. See .env.example.',
    );
  });

  it('returns what is there', () => {
    expect(requireSettings({ A: '1', B: '2' }, ['A']).A).toBe('1');
  });
});
