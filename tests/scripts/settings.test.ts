import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings, requireSettings, serviceSettings } from '../../scripts/settings';

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

describe('serviceSettings', () => {
  it('refuses a file that was named and is not there', () => {
    expect(() => serviceSettings('.env.stagee')).toThrow('There is no settings file .env.stagee.');
  });
});

describe('requireSettings', () => {
  it('names everything that is missing in one message', () => {
    expect(() => requireSettings({ A: '1' }, ['A', 'B', 'C'])).toThrow(
      'Missing: B, C. Put them into the settings file',
    );
  });

  it('returns what is there', () => {
    expect(requireSettings({ A: '1', B: '2' }, ['A']).A).toBe('1');
  });
});
