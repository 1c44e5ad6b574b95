import { Option } from 'commander';
import { readConfig } from '../src/config';
import { buildProject } from './build';
import { command, runScript } from './command';
import { changesText } from './deploy/changes';
import { runChecks } from './deploy/checks';
import { deploy } from './deploy/deploy';
import { type EnvironmentName, environments, planDeployment } from './deploy/plan';
import { planText } from './deploy/report';
import { setProxyCallbacks } from './local/proxy-callbacks';
import { Progress } from './progress';
import { readSettings } from './settings';

interface Options {
  environment: EnvironmentName;
  dryRun?: boolean;
  /** Made of `--no-checks` and `--no-urls`. */
  checks: boolean;
  urls: boolean;
  json?: boolean;
}

const program = command('deploy', 'Checks, builds and uploads the Functions, then lets Twilio call them.')
  .addOption(new Option('--environment <name>', 'where to').choices(Object.keys(environments)).default('dev'))
  .option('--dry-run', 'build and show what would be sent; send nothing')
  .option('--no-checks', 'leave out types and tests')
  .option('--no-urls', 'leave the callback URLs at Twilio as they are')
  .option('--json', 'print one line of JSON');

runScript(program, async ({ environment, dryRun = false, checks, urls, json }: Options) => {
  const settings = readSettings();
  const config = readConfig(settings);
  const progress = new Progress();
  const show = (text: string) => progress.show(text);
  try {
    if (checks) await runChecks(show);
    show('Building');
    await buildProject();
    const plan = planDeployment(settings, environment);
    progress.end();
    if (!json) console.log(planText(plan, settings));
    if (dryRun) return;
    const deployed = await deploy(plan, show);
    progress.end();
    const functionsUrl = `https://${deployed.domain}`;
    if (!json) console.log([...changesText(deployed.changes), `Live at ${functionsUrl}`].join('\n'));
    if (urls) await setProxyCallbacks(config, functionsUrl);
    if (json) console.log(JSON.stringify({ functionsUrl, ...deployed }));
  } finally {
    progress.end();
  }
});
