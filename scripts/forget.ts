import type { Config } from '../src/config';
import type { RealNumber } from '../src/masking/numbers';
import { parseSubscriberNumber } from '../src/masking/phone-number';
import type { UserId } from '../src/masking/session';
import { command, Misuse, markFailed, runScript } from './command';
import { forget } from './forget/forget';
import { forgottenText } from './forget/report';
import { maintenanceTools } from './maintenance';
import { during } from './progress';
import { deleteRecordings } from './recordings/delete';
import { recordingTools } from './recordings/tools';
import { envOption, readServiceConfig, type ServiceOptions } from './settings';

interface Options extends ServiceOptions {
  user: string;
  phone: string[];
  apply?: boolean;
}

const program = command(
  'forget',
  'Erases a user: sessions at Twilio and on record, and every trace in Redis.',
)
  .addOption(envOption())
  .requiredOption('--user <id>', "the marketplace's id of the user")
  .option('--phone <number...>', 'the numbers of the user, for what is bound to a number alone', [])
  .option('--apply', 'erase; without it nothing is changed')
  .option('--json', 'print one line of JSON');

runScript(program, async (options: Options) => {
  const { user, phone, apply = false, json } = options;
  const config = readServiceConfig(options);
  const phones = phone.map((text) => numberOf(text, config));
  const toolsWith = (progress: (text: string) => void) => ({
    ...maintenanceTools(config),
    lookupKey: config.LOOKUP_KEY,
    progress,
    recordings: (userId: UserId, mode: { dryRun: boolean }) =>
      deleteRecordings({ beforeMs: Date.now(), userId }, recordingTools(config, progress), mode),
  });
  const result = await during('searching', (progress) =>
    forget(user as UserId, toolsWith(progress), { apply, phones }),
  );
  console.log(json ? JSON.stringify(result) : forgottenText(result, apply));
  if (apply && !result.isComplete) markFailed();
});

function numberOf(text: string, config: Config): RealNumber {
  const policy = { defaultCountry: config.DEFAULT_COUNTRY, allowedCountries: config.ALLOWED_COUNTRIES };
  const result = parseSubscriberNumber(text, policy);
  if (!result.ok) throw new Misuse(`--phone is not a number of a subscriber (${result.reason}).`);
  return result.number;
}
