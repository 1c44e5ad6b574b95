import { type Config, readConfig } from '../src/config';
import type { RealNumber } from '../src/masking/numbers';
import { parseSubscriberNumber } from '../src/masking/phone-number';
import type { UserId } from '../src/masking/session';
import { command, Failure, runScript } from './command';
import { forget } from './forget/forget';
import { forgottenText } from './forget/report';
import { maintenanceTools } from './maintenance';
import { Progress } from './progress';
import { readSettings } from './settings';

interface Options {
  user: string;
  phone: string[];
  apply?: boolean;
  json?: boolean;
}

const program = command(
  'forget',
  'Erases a user: sessions at Twilio and on record, and every trace in Redis.',
)
  .requiredOption('--user <id>', "the marketplace's id of the user")
  .option('--phone <number...>', 'the numbers of the user, for what is bound to a number alone', [])
  .option('--apply', 'erase; without it nothing is changed')
  .option('--json', 'print one line of JSON');

runScript(program, async ({ user, phone, apply = false, json }: Options) => {
  const config = readConfig(readSettings());
  const phones = phone.map((text) => numberOf(text, config));
  const progress = new Progress();
  const tools = {
    ...maintenanceTools(config),
    lookupKey: config.LOOKUP_KEY,
    progress: (text: string) => progress.show(text),
  };
  const result = await forget(user as UserId, tools, { apply, phones }).finally(() => progress.end());
  console.log(json ? JSON.stringify(result) : forgottenText(result, apply));
  if (apply && !result.isComplete) process.exitCode = 1;
});

function numberOf(text: string, config: Config): RealNumber {
  const policy = { defaultCountry: config.DEFAULT_COUNTRY, allowedCountries: config.ALLOWED_COUNTRIES };
  const result = parseSubscriberNumber(text, policy);
  if (!result.ok) throw new Failure(`--phone is not a number of a subscriber (${result.reason}).`);
  return result.number;
}
