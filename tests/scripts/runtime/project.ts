import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inProject } from '../../../scripts/project';

/** Makes a temporary project with these Functions (path without `.js` -> source) and returns its folder. */
export function temporaryProject(functions: Record<string, string>): string {
  const baseDir = mkdtempSync(join(tmpdir(), 'tokumei-project-'));
  mkdirSync(join(baseDir, 'dist', 'functions'), { recursive: true });
  mkdirSync(join(baseDir, 'dist', 'assets'));
  writeFileSync(join(baseDir, 'dist', 'assets', 'index.html'), '<p>hello</p>');
  for (const [name, source] of Object.entries(functions)) {
    writeFileSync(join(baseDir, 'dist', 'functions', `${name}.js`), source);
  }
  const dependencies = { '@twilio/runtime-handler': '2.0.3', twilio: '6.2.0' };
  writeFileSync(
    join(baseDir, 'package.json'),
    JSON.stringify({ name: 'temporary', version: '1.0.0', dependencies }),
  );
  writeFileSync(
    join(baseDir, '.twilioserverlessrc'),
    JSON.stringify({ functionsFolder: 'dist/functions', assetsFolder: 'dist/assets' }),
  );
  symlinkSync(inProject('node_modules'), join(baseDir, 'node_modules'));
  return baseDir;
}
