import { Option } from 'commander';
import { command, markFailed, runScript } from './command';
import { whenInterrupted } from './ending';
import { envOption } from './settings';
import { setUp } from './setup/command';
import type { SetupOptions } from './setup/prepare';

const program = command(
  'setup',
  'Prepares a Twilio account and a database for the service. A second run changes nothing.',
)
  .addOption(envOption())
  .option('--numbers <list>', 'the numbers that users dial, with commas between them, or: all')
  .option('--service <name>', 'the name of the Proxy service to make or to use', 'tokumei')
  .addOption(new Option('--switchboard <name>', 'what joins the phones').choices(['proxy', 'voice']))
  .option('--domain <domain>', 'where the Functions are (default: where the last deploy put them)')
  .option('--restore', 'put back what the numbers did before, as kept in the file')
  .option('--dry-run', 'only say what would be done')
  .option('--yes', 'do it without asking')
  .option('--json', 'print one line of JSON; asks nothing');

runScript(program, async (options: SetupOptions) => {
  whenInterrupted('Interrupted. Run the same command again: it does what is still to be done.');
  const { problems } = await setUp(options);
  if (problems.length > 0) markFailed();
});
