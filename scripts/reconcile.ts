import type { Config } from '../src/config';
import { deadlineIn } from '../src/masking/deadline';
import { pool } from '../src/wiring';
import { command, Failure, markFailed, runScript } from './command';
import { maintenanceTools } from './maintenance';
import { during } from './progress';
import { proxyServiceSid } from './proxy-service';
import { reconcile } from './reconcile/reconcile';
import { reportText } from './reconcile/report';
import { envOption, readServiceConfig, type ServiceOptions } from './settings';

const LOOK_MS = 5_000;

const program = command(
  'reconcile',
  'Compares the sessions at Twilio Proxy with those on record and repairs what they disagree on.',
)
  .addOption(envOption())
  .option('--apply', 'repair; without it nothing is changed')
  .option('--json', 'print one line of JSON');

runScript(program, async (options: ServiceOptions & { apply?: boolean }) => {
  const { apply = false, json } = options;
  const config = readServiceConfig(options);
  proxyServiceSid(config);
  if (apply) await refuseWrongDatabase(config);
  const tools = maintenanceTools(config);
  const result = await during('asking Twilio', (progress) => reconcile({ ...tools, progress }, { apply }));
  console.log(json ? JSON.stringify(result) : reportText(result));
  if (result.disagreements.some(({ repair }) => repair === 'failed')) markFailed();
});

/** Against another database every session at Twilio looks unknown, and would be deleted. */
async function refuseWrongDatabase(config: Config): Promise<void> {
  const size = await pool(config).size(config.DEFAULT_COUNTRY, deadlineIn(LOOK_MS));
  if (size > 0) return;
  throw new Failure(
    'The number pool on record is empty. Is this the database of the service, and KEY_PREFIX right? If so, fill the pool first: npm run numbers -- sync',
  );
}
