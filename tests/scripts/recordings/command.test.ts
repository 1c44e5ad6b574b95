import { generateKeys } from '../../../scripts/keys';
import { simulatedContext } from '../../../scripts/local/context';
import type { Simulator } from '../../../simulator';
import { readConfig } from '../../../src/config';
import { deadlineIn } from '../../../src/masking/deadline';
import { RedisCallLog } from '../../../src/store/redis-call-log';
import { scriptRunner, storeSettings } from '../../../src/wiring';
import { startTestSimulator } from '../../support/world';
import { runCommand } from '../run-command';

const DAY_MS = 86_400_000;
const interactionId = `CA${'1'.repeat(32)}` as const;

let simulator: Simulator;
let env: Readonly<Record<string, string>>;
beforeAll(async () => {
  simulator = await startTestSimulator();
  env = { ...simulatedContext(simulator, generateKeys()), RECORDING_DAYS: '7' };
});
beforeEach(() => simulator.twilio.faults.clear());
afterAll(() => simulator.stop());

/** A recording at Twilio and on record, of so many days ago. */
async function record(daysAgo: number) {
  const wish = {
    callSid: interactionId,
    source: 'StartCallRecordingAPI',
    channels: 2,
    track: 'both',
  } as const;
  const recording = simulator.twilio.recordings.create(wish);
  simulator.twilio.recordings.update(recording, { status: 'completed', duration: 5 });
  const config = readConfig(env);
  const log = new RedisCallLog(
    scriptRunner(config),
    storeSettings(config),
    () => Date.now() - daysAgo * DAY_MS,
  );
  await log.keepRecording(
    { interactionId, recordingSid: recording.sid, kind: 'conversation' },
    deadlineIn(2_000),
  );
  return recording;
}
const run = async (...args: string[]) => {
  const { status, stdout } = await runCommand('recordings', [...args, '--json'], { env });
  return { status, ...(JSON.parse(stdout) as object) };
};

describe('npm run recordings', () => {
  it('deletes what is old enough, tries again what Twilio did not delete, and counts gone as deleted', async () => {
    const [old, older, recent] = [await record(8), await record(30), await record(6)];
    expect(await run('--dry-run')).toEqual({ status: 0, found: 2, deleted: 0, failed: 0 });
    simulator.twilio.faults.add({ match: { method: 'DELETE' }, effect: 'error', status: 500, times: 1 });
    expect(await run()).toEqual({ status: 1, found: 2, deleted: 1, failed: 1 });
    simulator.twilio.recordings.update(older, { status: 'deleted' });
    expect(await run()).toEqual({ status: 0, found: 1, deleted: 1, failed: 0 });
    expect([old, older, recent].map(({ status }) => status)).toEqual(['deleted', 'deleted', 'completed']);
    expect(await run()).toMatchObject({ found: 0 });
  }, 30_000);
});
