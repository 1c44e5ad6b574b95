import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fsHelpers } from '@twilio-labs/serverless-api';
import { findFunctions, functionOf } from '../../../simulator/edge/routes';

describe('functionOf', () => {
  it.each([
    ['connect.js', '/connect', 'public'],
    ['proxy/intercept.protected.js', '/proxy/intercept', 'protected'],
    ['ops/dump.private.js', '/ops/dump', 'private'],
    ['protected.js', '/protected', 'public'],
    ['a.protected.b.js', '/a.protected.b', 'public'],
  ])('reads %s', (file, path, access) => {
    expect(functionOf(file)).toEqual({ path, access });
  });
});

describe('findFunctions', () => {
  const project = mkdtempSync(join(tmpdir(), 'tokumei-routes-'));
  const functionsDir = join(project, 'functions');
  afterAll(() => rmSync(project, { recursive: true }));

  it('finds what the toolkit itself finds', async () => {
    mkdirSync(join(functionsDir, 'proxy', 'deep'), { recursive: true });
    const names = ['connect.js', 'proxy/callback.protected.js', 'proxy/deep/x.private.js', 'notes.txt'];
    for (const name of names) writeFileSync(join(functionsDir, name), '');
    mkdirSync(join(project, 'assets'));

    const { functions } = await fsHelpers.getListOfFunctionsAndAssets(project);
    const theirs = functions.map(({ path, access, filePath }) => ({ path, access, filePath }));
    expect(findFunctions(functionsDir)).toEqual(theirs.sort((a, b) => a.filePath.localeCompare(b.filePath)));
    expect(theirs).toHaveLength(3);
  });

  it('finds none in a folder that is missing', () => {
    expect(findFunctions(join(project, 'nowhere'))).toEqual([]);
  });
});
