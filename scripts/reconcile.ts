import { readConfig } from '../src/config';
import { command, runScript } from './command';
import { maintenanceTools } from './maintenance';
import { Progress } from './progress';
import { reconcile } from './reconcile/reconcile';
import { reportText } from './reconcile/report';
import { readSettings } from './settings';

const program = command(
  'reconcile',
  'Compares the sessions at Twilio Proxy with those on record and repairs what they disagree on.',
)
  .option('--apply', 'repair; without it nothing is changed')
  .option('--json', 'print one line of JSON');

runScript(program, async ({ apply = false, json }: { apply?: boolean; json?: boolean }) => {
  const tools = maintenanceTools(readConfig(readSettings()));
  const progress = new Progress();
  const result = await reconcile({ ...tools, progress: (text) => progress.show(text) }, { apply }).finally(
    () => progress.end(),
  );
  console.log(json ? JSON.stringify(result) : reportText(result));
  if (result.disagreements.some(({ repair }) => repair === 'failed')) process.exitCode = 1;
});
