import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildProject } from '../../../scripts/build';
import { problemsOf } from '../../../scripts/build/functions';
import { sizeTable } from '../../../scripts/build/table';

const folder = mkdtempSync(join(tmpdir(), 'tokumei-build-'));
const sourceDir = join(folder, 'src');
const outDir = join(folder, 'dist');
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  rmSync(sourceDir, { recursive: true, force: true });
  source('functions/connect.ts', `import { helper } from '../lib'; export const handler = () => helper;`);
  source('lib.ts', `export const helper = 'helped'; export const unused = 'left out';`);
  source('assets/index.html', '<p>hello</p>');
});

describe('buildProject', () => {
  it('makes each Function one file that needs nothing else', async () => {
    source('functions/proxy/intercept.protected.ts', `export const handler = () => 1;`);
    const { bundles } = await build();
    expect(bundles).toMatchObject([
      { path: '/connect', access: 'public', requires: [] },
      { path: '/proxy/intercept', access: 'protected', requires: [] },
    ]);
    const made = built('functions/connect.js');
    expect(made).toContain('helped');
    expect(made).not.toContain('left out');
    expect(existsSync(join(outDir, 'functions/proxy/intercept.protected.js'))).toBe(true);
  });

  it('leaves twilio to the runtime and loads it only when it is asked for', async () => {
    source('functions/connect.ts', `export const handler = async () => (await import('twilio')).default;`);
    const { bundles } = await build();
    expect(bundles[0]).toMatchObject({ requires: ['twilio'] });
    expect(bundles[0]?.bytes).toBeLessThan(2_000);
    const script = `require('module')._load = (name) => console.log(name); require(process.argv[1])`;
    const loaded = execFileSync(process.execPath, ['-e', script, join(outDir, 'functions/connect.js')]);
    expect(loaded.toString()).not.toContain('twilio');
  });

  it('bundles scripts of pages with their parts and copies everything else', async () => {
    source(
      'assets/tel-button.ts',
      `import { text } from './parts/text'; document.title = text satisfies string;`,
    );
    source('assets/parts/text.ts', `export const text: string = 'call';`);
    source('assets/style.css', 'p { color: red }');
    const { assets } = await build();
    expect(assets.map((file) => file.slice(outDir.length))).toEqual([
      '/assets/index.html',
      '/assets/style.css',
      '/assets/tel-button.js',
    ]);
    expect(built('assets/tel-button.js')).toMatch(/^var (\w+)="call";document\.title=\1;\n$/);
  });

  it('removes what has no source any more', async () => {
    source('functions/old.ts', `export const handler = () => 1;`);
    source('assets/old.html', '');
    await build();
    rmSync(join(sourceDir, 'functions/old.ts'));
    rmSync(join(sourceDir, 'assets/old.html'));
    await build();
    expect(existsSync(join(outDir, 'functions/old.js'))).toBe(false);
    expect(existsSync(join(outDir, 'assets/old.html'))).toBe(false);
    expect(existsSync(join(outDir, 'assets/index.html'))).toBe(true);
  });

  it('leaves files alone that do not change', async () => {
    await build();
    const { mtimeMs } = statSync(join(outDir, 'functions/connect.js'));
    await build();
    expect(statSync(join(outDir, 'functions/connect.js')).mtimeMs).toBe(mtimeMs);
    expect(readdirSync(outDir).sort()).toEqual(['assets', 'functions']);
  });

  it.each(['connect.test.ts', 'notes.md', 'types.d.ts'])('refuses %s among the Functions', async (name) => {
    source(`functions/${name}`, '');
    await expect(build()).rejects.toThrow(`functions/${name} does not belong there`);
  });

  it('refuses a bundle over 512 KB', async () => {
    source('functions/connect.ts', `export const handler = () => '${'x'.repeat(512 * 1024)}';`);
    await expect(build()).rejects.toThrow(/^\/connect is 52\d{4} bytes, more than 524288$/);
  });

  it('says what cannot be compiled', async () => {
    source('functions/connect.ts', `import { x } from './missing'; export const handler = () => x;`);
    await expect(build()).rejects.toThrow('Could not resolve "./missing"');
  });
});

describe('problemsOf', () => {
  it('accepts node itself and twilio, and nothing else', () => {
    const requires = [
      'node:crypto',
      'fs',
      'twilio',
      'twilio/lib/base/RestException',
      'twilio-run',
      '@upstash/redis',
    ];
    expect(problemsOf([{ path: '/a', access: 'public', bytes: 1, requires }])).toEqual([
      '/a requires twilio-run, which is not there after a deploy',
      '/a requires @upstash/redis, which is not there after a deploy',
    ]);
  });
});

it('shows the sizes to people', async () => {
  const table = sizeTable(await build());
  expect(table).toMatch(/\/connect .*public .*\d\.\d/);
});

function build() {
  return buildProject(sourceDir, outDir);
}

function source(name: string, text: string): void {
  const file = join(sourceDir, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function built(name: string): string {
  return readFileSync(join(outDir, name), 'utf8');
}
