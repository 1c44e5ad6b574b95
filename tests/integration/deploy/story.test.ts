import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { connect } from '../../../scripts/demo/calls';
import { Narrator } from '../../../scripts/demo/narration';
import { checkSecrecy } from '../../../scripts/demo/secrecy';
import { Stage } from '../../../scripts/demo/stage';
import { play, storySettings } from '../../../scripts/demo/story';
import { qstashContext } from '../../../scripts/local/context';
import { filesBelow } from '../../../simulator/files';
import type { SwitchboardName } from '../../../src/masking/session';
import { deployCommand, type Rehearsal, startRehearsal } from './rehearsal';

jest.setTimeout(120_000);

let rehearsal: Rehearsal;
afterEach(() => rehearsal.stop());

/** Sets an account up for the story, with the real command. */
async function prepare(switchboard: SwitchboardName): Promise<void> {
  rehearsal = await startRehearsal({ sms: true, numbers: 0, plainNumbers: 5 });
  const { clone, settings, simulator } = rehearsal;
  clone.settings = { ...settings, ...qstashContext(simulator), ...storySettings(switchboard) };
  await succeed(['setup', '--', '--yes', '--numbers', 'all', '--switchboard', switchboard]);
}

async function succeed(command: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await rehearsal.clone.npm(command);
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

/** Deploys with the real command; the story is to be played on what is live then. */
async function deployedStage(switchboard: SwitchboardName): Promise<Stage> {
  const { simulator, keys, settings } = rehearsal;
  const deployed = JSON.parse(await succeed([...deployCommand, '--json']));
  const functionsUrl = simulator.twilio.origins.get(deployed.functionsUrl) ?? '';
  const context = { ...settings, ...storySettings(switchboard) };
  return new Stage({ simulator, keys, functionsUrl, context }, new Narrator('en', () => undefined));
}

/** Which of the files that browsers load are not what was built. */
async function missingAssets({ stack }: Stage): Promise<string[]> {
  const folder = join(rehearsal.clone.folder, 'dist', 'assets');
  const files = filesBelow(folder);
  expect(files.length).toBeGreaterThan(3);
  const served = files.map(async (file) => {
    const answer = await fetch(`${stack.functionsUrl}/${relative(folder, file)}`);
    return (await answer.text()) === readFileSync(file, 'utf8') ? [] : [file];
  });
  return (await Promise.all(served)).flat();
}

describe('the story of the demonstration', () => {
  it.each(['proxy', 'voice'] as const)(
    'comes true with %s on what was uploaded, with nothing beside it but the packages that the build names',
    async (switchboard) => {
      await prepare(switchboard);
      const stage = await deployedStage(switchboard);
      expect(await missingAssets(stage)).toEqual([]);
      await play(stage);
      checkSecrecy(stage, rehearsal.output());
      const { facts } = stage.narrator;
      expect(facts.filter(({ held }) => !held)).toEqual([]);
      expect(facts.length).toBeGreaterThan(10);
    },
  );

  it('does not begin where a Function needs a file that is not uploaded', async () => {
    await prepare('proxy');
    const { clone } = rehearsal;
    const connectFile = 'src/functions/connect.ts';
    clone.write('beside.json', '{}');
    const needs = "require('node:fs').readFileSync(__dirname + '/../../beside.json');";
    clone.write(connectFile, `${clone.read(connectFile)}\n${needs}\n`);
    const stage = await deployedStage('proxy');
    // Where it was built, everything is there.
    const built = join(clone.folder, 'dist', 'functions', 'connect.js');
    execFileSync(process.execPath, ['-e', 'require(process.argv[1])', built]);
    await expect(connect(stage)).rejects.toThrow();
  });
});
