import { mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { functionsUrlOf, noteDeployment } from '../../scripts/deployment';
import { writePrivately } from '../../scripts/private-file';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokumei-deployment-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('where the Functions are', () => {
  it('is what the last deploy with the same settings noted', () => {
    const [production, stage] = [join(folder, '.env'), join(folder, '.env.stage')];
    noteDeployment(production, { functionsUrl: 'https://old.twil.io' });
    noteDeployment(production, { functionsUrl: 'https://new.twil.io' });
    expect(functionsUrlOf(production)).toBe('https://new.twil.io');
    expect(functionsUrlOf(stage)).toBeUndefined();
    expect(functionsUrlOf(production, 'other.twil.io')).toBe('https://other.twil.io');
  });

  it.each([
    ['market.twil.io', 'https://market.twil.io'],
    ['https://market.twil.io/', 'https://market.twil.io'],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
  ])('is named as %s', (domain, url) => {
    expect(functionsUrlOf(join(folder, '.env'), domain)).toBe(url);
  });

  it('is not what is no domain', () => {
    expect(() => functionsUrlOf(join(folder, '.env'), 'not a domain')).toThrow('--domain takes a domain');
  });
});

describe('a private file', () => {
  it('can be read by its owner only, also one that others could read before', async () => {
    const file = join(folder, 'secret');
    writeFileSync(file, 'old', { mode: 0o644 });
    writePrivately(file, 'new');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    await expect(readFile(file, 'utf8')).resolves.toBe('new');
  });

  it('stays where a link leads', async () => {
    const [file, link] = [join(folder, 'file'), join(folder, 'link')];
    writeFileSync(file, 'old');
    symlinkSync(file, link);
    writePrivately(link, 'new');
    await expect(readFile(file, 'utf8')).resolves.toBe('new');
  });
});
