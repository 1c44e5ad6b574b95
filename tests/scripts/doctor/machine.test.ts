import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { examine, type Finding } from '../../../scripts/doctor/check';
import { machineChecks } from '../../../scripts/doctor/checks/machine';
import { inProject, projectDir } from '../../../scripts/project';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokumei-machine-'));
  cpSync(inProject('.twilioserverlessrc'), join(folder, '.twilioserverlessrc'));
  project({ twilio: '6.2.0', '@twilio/runtime-handler': '2.0.3' });
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A project with these dependencies, all of them installed. */
function project(dependencies: Record<string, string>): void {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ dependencies }));
  for (const [name, version] of Object.entries(dependencies)) install(name, version);
}

function install(name: string, version: string): void {
  mkdirSync(join(folder, 'node_modules', name), { recursive: true });
  writeFileSync(join(folder, 'node_modules', name, 'package.json'), JSON.stringify({ version }));
}

async function findings(of = folder): Promise<Record<string, Finding>> {
  const all = await Promise.all(machineChecks(of).map(examine));
  return Object.fromEntries(all.map((finding) => [finding.name, finding]));
}

describe('the checks of the machine', () => {
  it('are well with this project', async () => {
    const states = Object.values(await findings(projectDir)).map(({ state }) => state);
    expect(states).toEqual(['ok', 'ok', 'ok']);
  });

  it('refuse a runtime that Twilio does not run', async () => {
    const rc = { functionsFolder: 'f', assetsFolder: 'a', runtime: 'node18', serviceName: 's' };
    writeFileSync(join(folder, '.twilioserverlessrc'), JSON.stringify(rc));
    expect((await findings()).platform).toMatchObject({
      state: 'failed',
      advice: expect.stringContaining('node22'),
    });
  });

  it('refuse the runtime handler that Twilio refuses and one without an exact version, and doubt an unknown one', async () => {
    project({ twilio: '6.2.0', '@twilio/runtime-handler': '2.1.0' });
    expect((await findings()).platform).toMatchObject({
      state: 'failed',
      advice: expect.stringContaining('2.0.3'),
    });
    project({ twilio: '6.2.0', '@twilio/runtime-handler': '9.9.9' });
    expect((await findings()).platform).toMatchObject({ state: 'warning' });
    project({ twilio: '6.2.0', '@twilio/runtime-handler': '^2.0.3' });
    expect((await findings()).platform).toMatchObject({
      state: 'failed',
      advice: expect.stringContaining('exact'),
    });
  });

  it('refuse packages that are missing or other than package.json says', async () => {
    install('twilio', '5.0.0');
    rmSync(join(folder, 'node_modules', '@twilio'), { recursive: true });
    expect((await findings()).packages).toMatchObject({
      state: 'failed',
      found: 'twilio 5.0.0 instead of 6.2.0, @twilio/runtime-handler missing instead of 2.0.3',
      advice: 'Run npm ci.',
    });
  });
});
