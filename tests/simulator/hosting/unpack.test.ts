import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { filesBelow } from '../../../simulator/files';
import { unpack } from '../../../simulator/hosting/unpack';
import type { Build, Version } from '../../../simulator/twilio/serverless/model';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokumei-unpack-'));
  // one needs two, which brings a three of its own; four needs the three of all.
  addPackage('one', { two: '*' });
  addPackage('two', { three: '*' });
  addPackage('two/node_modules/three', {});
  addPackage('three', {});
  addPackage('four', { three: '*' });
  addPackage('@scope/five', {});
});
afterEach(() => rmSync(folder, { recursive: true }));

function addPackage(path: string, dependencies: object): void {
  const file = join(folder, 'all', path, 'package.json');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ version: '1.0.0', dependencies }));
}

const version = (path: string, visibility: Version['visibility']): Version => ({
  sid: 'ZN1',
  resourceSid: 'ZH1',
  path,
  visibility,
  content: Buffer.from(path),
  dateCreated: 0,
});

function unpackWith(...names: string[]): string {
  const build: Build = {
    sid: 'ZB1',
    status: 'completed',
    functionVersions: [version('/connect', 'public'), version('/proxy/pin', 'protected')],
    assetVersions: [version('/index.html', 'public'), version('/deep/words.json', 'private')],
    dependencies: names.map((name) => ({ name, version: name === 'old' ? '0.9.0' : '1.0.0' })),
    runtime: 'node22',
    dateCreated: 0,
    dateUpdated: 0,
  };
  const target = join(folder, 'deployed');
  mkdirSync(target);
  unpack(build, target, join(folder, 'all'));
  return target;
}

describe('an unpacked build', () => {
  it('has every file under the name that says who may call it', () => {
    const target = unpackWith('one');
    expect(filesBelow(join(target, 'dist')).map((file) => file.slice(target.length))).toEqual([
      '/dist/assets/deep/words.private.json',
      '/dist/assets/index.html',
      '/dist/functions/connect.js',
      '/dist/functions/proxy/pin.protected.js',
    ]);
    expect(readFileSync(join(target, 'dist/functions/connect.js'), 'utf8')).toBe('/connect');
    expect(JSON.parse(readFileSync(join(target, 'package.json'), 'utf8')).dependencies).toEqual({
      one: '1.0.0',
    });
  });

  it('has the packages that it names and what they need, and no other', () => {
    const has = (names: string[], target: string) =>
      names.filter((name) => existsSync(join(target, 'node_modules', name, 'package.json')));
    const all = ['one', 'two', 'three', 'four', '@scope/five'];
    expect(has(all, unpackWith('one', '@scope/five'))).toEqual(['one', 'two', '@scope/five']);
    rmSync(join(folder, 'deployed'), { recursive: true });
    expect(has(all, unpackWith('four'))).toEqual(['three', 'four']);
  });

  it.each([['missing'], ['one', 'missing']])(
    'cannot be made with a package that is not to be had',
    (...names) => {
      expect(() => unpackWith(...names)).toThrow('No matching version found for missing@1.0.0');
    },
  );
});
