import { command, Failure, markFailed, runScript } from './command';
import { maintenanceTools } from './maintenance';
import { during } from './progress';
import { rotationText } from './rotate-keys/report';
import { rotateKeys } from './rotate-keys/rotate';
import { envOption, readServiceConfig, type ServiceOptions } from './settings';

const program = command('rotate-keys', 'Encrypts all numbers on record anew with the first key of DATA_KEYS.')
  .addOption(envOption())
  .option('--dry-run', 'only count which keys are in use')
  .option('--json', 'print one line of JSON');

runScript(program, async (options: ServiceOptions & { dryRun?: boolean }) => {
  const { dryRun = false, json } = options;
  const config = readServiceConfig(options);
  const [first, ...older] = config.DATA_KEYS;
  if (first === undefined) throw new Failure('DATA_KEYS names no key.');
  const tools = { ...maintenanceTools(config), keys: [first, ...older] as const };
  const result = await during('reading', (progress) => rotateKeys({ ...tools, progress }, { dryRun }));
  console.log(json ? JSON.stringify(result) : rotationText(result));
  if (!dryRun && result.needed.length > 0) markFailed();
});
