import { Option } from 'commander';
import { readConfig } from '../src/config';
import { buildProject } from './build';
import { command, runScript } from './command';
import { changesText } from './deploy/changes';
import { runChecks } from './deploy/checks';
import { deploy } from './deploy/deploy';
import { type EnvironmentName, environments, planDeployment } from './deploy/plan';
import { planText } from './deploy/report';
import { noteDeployment } from './deployment';
import { Progress } from './progress';
import { envFile, envOption, readSettings, type ServiceOptions } from './settings';
import { applyUrls } from './setup/urls';

interface Options extends ServiceOptions {
  environment: EnvironmentName;
  dryRun?: boolean;
  /** Made of `--no-checks` and `--no-urls`. */
  checks: boolean;
  urls: boolean;
}

const program = command('deploy', 'Checks, builds and uploads the Functions, then lets Twilio call them.')
  .addOption(envOption())
  .addOption(new Option('--environment <name>', 'where to').choices(Object.keys(environments)).default('dev'))
  .option('--dry-run', 'build and show what would be sent; send nothing')
  .option('--no-checks', 'leave out types and tests')
  .option('--no-urls', 'leave the callback URLs at Twilio as they are')
  .option('--json', 'print one line of JSON');

runScript(program, async (options: Options) => {
  const { environment, dryRun = false, checks, urls, json } = options;
  const env = envFile(options.env);
  const settings = readSettings(env);
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
    noteDeployment(env, { functionsUrl });
    if (urls) await applyUrls(config, functionsUrl, env);
    if (json) console.log(JSON.stringify({ functionsUrl, ...deployed }));
  } finally {
    progress.end();
  }
});
