import { command, markFailed, runScript } from './command';
import { during } from './progress';
import { deleteRecordings } from './recordings/delete';
import { recordingTools } from './recordings/tools';
import { envOption, readServiceConfig, type ServiceOptions } from './settings';

const DAY_MS = 86_400_000;

const program = command(
  'recordings',
  'Deletes recordings and messages that are older than RECORDING_DAYS, at Twilio and on record.',
)
  .addOption(envOption())
  .option('--dry-run', 'only count them')
  .option('--json', 'print one line of JSON');

runScript(program, async (options: ServiceOptions & { dryRun?: boolean }) => {
  const { dryRun = false, json } = options;
  const config = readServiceConfig(options);
  const choice = { beforeMs: Date.now() - config.RECORDING_DAYS * DAY_MS };
  const result = await during('searching', (progress) =>
    deleteRecordings(choice, recordingTools(config, progress), { dryRun }),
  );
  const { found, deleted, failed } = result;
  const text = dryRun ? `${found} would be deleted` : `${deleted} deleted, ${failed} failed`;
  console.log(json ? JSON.stringify(result) : text);
  if (failed > 0) markFailed();
});
