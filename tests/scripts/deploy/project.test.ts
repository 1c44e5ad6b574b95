import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readProject } from '../../../scripts/deploy/project';
import { inProject, projectDir } from '../../../scripts/project';

describe('what is deployed', () => {
  it('is what twilio-run would deploy, with the two packages that the platform needs', () => {
    const { dependencies, ...rest } = readProject(projectDir);
    expect(rest).toEqual({
      functionsFolder: 'dist/functions',
      assetsFolder: 'dist/assets',
      runtime: 'node22',
      serviceName: 'tokumei',
    });
    const installed = (name: string) => require(inProject('node_modules', name, 'package.json')).version;
    expect(dependencies).toEqual({
      '@twilio/runtime-handler': installed('@twilio/runtime-handler'),
      twilio: installed('twilio'),
    });
  });

  it.each([
    ['is a range', { twilio: '6.2.0', '@twilio/runtime-handler': '^2.0.3' }],
    ['is missing', { '@twilio/runtime-handler': '2.0.3' }],
  ])('is nothing while a version %s', (_why, dependencies) => {
    const folder = mkdtempSync(join(tmpdir(), 'tokumei-project-'));
    writeFileSync(
      join(folder, '.twilioserverlessrc'),
      '{\n  // comment\n  "functionsFolder": "f", "assetsFolder": "a", "runtime": "node22", "serviceName": "s"\n}',
    );
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ dependencies }));
    expect(() => readProject(folder)).toThrow('with an exact version');
    rmSync(folder, { recursive: true });
  });
});
