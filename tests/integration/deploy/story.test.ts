import { execFileSync } from 'node:child_process';
import { connect } from '../../../scripts/demo/calls';
import { Narrator } from '../../../scripts/demo/narration';
import { checkSecrecy } from '../../../scripts/demo/secrecy';
import { Stage } from '../../../scripts/demo/stage';
import { play } from '../../../scripts/demo/story';
import { listNumbers } from '../../../scripts/numbers/listing';
import { syncPool } from '../../../scripts/numbers/pool';
import { readConfig } from '../../../src/config';
import { deployCommand, type Rehearsal, startRehearsal } from './rehearsal';

jest.setTimeout(120_000);

let rehearsal: Rehearsal;
beforeAll(async () => {
  rehearsal = await startRehearsal({ sms: true });
  const config = readConfig(rehearsal.settings);
  await syncPool(config, await listNumbers(config), false);
});
afterAll(() => rehearsal.stop());

/** Deploys with the real command; the story is to be played on what is live then. */
async function deployedStage(): Promise<Stage> {
  const { clone, simulator, keys, settings } = rehearsal;
  const { code, stdout, stderr } = await clone.npm([...deployCommand, '--json']);
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
  const functionsUrl = simulator.twilio.origins.get(JSON.parse(stdout).functionsUrl) ?? '';
  return new Stage({ simulator, keys, functionsUrl, context: settings }, new Narrator('en', () => undefined));
}

describe('the story of the demonstration', () => {
  it('comes true on what was uploaded, with nothing beside it but the packages that the build names', async () => {
    const stage = await deployedStage();
    await play(stage);
    checkSecrecy(stage, rehearsal.output());
    const { facts } = stage.narrator;
    expect(facts.filter(({ held }) => !held)).toEqual([]);
    expect(facts.length).toBeGreaterThan(10);
  });

  it('does not begin where a Function needs a file that is not uploaded', async () => {
    const { clone } = rehearsal;
    const connectFile = 'src/functions/connect.ts';
    clone.write('beside.json', '{}');
    const needs = "require('node:fs').readFileSync(__dirname + '/../../beside.json');";
    clone.write(connectFile, `${clone.read(connectFile)}\n${needs}\n`);
    const stage = await deployedStage();
    // Where it was built, everything is there.
    execFileSync(process.execPath, [
      '-e',
      'require(process.argv[1])',
      `${clone.folder}/dist/functions/connect.js`,
    ]);
    await expect(connect(stage)).rejects.toThrow();
  });
});
