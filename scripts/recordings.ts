import type { Config } from '../src/config';
import { callLog } from '../src/wiring';
import { command, markFailed, runScript } from './command';
import { paceOf } from './pace';
import { Progress } from './progress';
import { deleteRecordings } from './recordings/delete';
import { envOption, readServiceConfig, type ServiceOptions } from './settings';
import { askTwilio, TwilioFailure } from './twilio-call';
import { clientFor } from './twilio-client';

interface Options extends ServiceOptions {
  user?: string;
  dryRun?: boolean;
}

const DAY_MS = 86_400_000;
/** Leaves live traffic its share. */
const PER_SECOND = 10;
const GONE = 20404;

const program = command(
  'recordings',
  'Deletes recordings and messages that are older than RECORDING_DAYS, at Twilio and on record.',
)
  .addOption(envOption())
  .option('--user <id>', "all of one user's calls instead, whatever their age; run it before forget")
  .option('--dry-run', 'only count them')
  .option('--json', 'print one line of JSON');

runScript(program, async (options: Options) => {
  const { user, dryRun = false, json } = options;
  const config = readServiceConfig(options);
  const ageMs = user === undefined ? config.RECORDING_DAYS * DAY_MS : 0;
  const progress = new Progress();
  const tools = {
    log: callLog(config),
    remove: await remover(config),
    pace: paceOf(PER_SECOND),
    progress: (text: string) => progress.show(text),
  };
  const choice = { beforeMs: Date.now() - ageMs, userId: user };
  const result = await deleteRecordings(choice, tools, { dryRun }).finally(() => progress.end());
  const { found, deleted, failed } = result;
  const text = dryRun ? `${found} would be deleted` : `${deleted} deleted, ${failed} failed`;
  console.log(json ? JSON.stringify(result) : text);
  if (failed > 0) markFailed();
});

async function remover(config: Config): Promise<(recordingSid: string) => Promise<boolean>> {
  const client = await clientFor(config);
  return async (recordingSid) => {
    try {
      return await askTwilio(() => client.recordings(recordingSid).remove());
    } catch (error) {
      if (error instanceof TwilioFailure) return error.code === GONE;
      throw error;
    }
  };
}
