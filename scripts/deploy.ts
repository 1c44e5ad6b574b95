import { Option } from 'commander';
import { command, markFailed, runScript } from './command';
import { type DeployOptions, type Listener, type Outcome, runDeployment } from './deploy/command';
import { environments } from './deploy/plan';
import { deployedText, planText, pointedText } from './deploy/report';
import { findingsText } from './doctor/report';
import { whenInterrupted } from './ending';
import { Progress } from './progress';
import { envOption } from './settings';

const program = command('deploy', 'Checks, builds and uploads the Functions, then lets Twilio call them.')
  .addOption(envOption())
  .addOption(new Option('--environment <name>', 'where to').choices(Object.keys(environments)).default('dev'))
  .option('--dry-run', 'build and show what would be sent; send nothing')
  .option('--no-checks', 'leave out types and tests')
  .option('--no-urls', 'leave the URLs that Twilio calls as they are')
  .option('--no-doctor', 'leave out the examination of what is live')
  .option('--json', 'print one line of JSON');

runScript(program, async (options: DeployOptions) => {
  const progress = new Progress();
  const say = (text: string) => {
    progress.end();
    if (!options.json && text !== '') console.log(text);
  };
  // Nothing more is sent: an upload that goes on behind the operator's back could still go live.
  whenInterrupted(
    'Interrupted. Making it live is the last step, and variables are set right before: if that was reached, run the same command again.',
  );
  const outcome = await runDeployment(options, listenerFor(progress, say)).finally(() => progress.end());
  if (outcome) finish(outcome, options);
});

function listenerFor(progress: Progress, say: (text: string) => void): Listener {
  return {
    progress: (text) => progress.show(text),
    planned: (plan, settings) => say(planText(plan, settings)),
    deployed: (functionsUrl, { changes }) => say(deployedText(functionsUrl, changes)),
    pointed: (changes) => say(pointedText(changes)),
  };
}

/** What was deployed stays, also when the doctor finds that something else is wrong. */
function finish(outcome: Outcome, { json, doctor }: DeployOptions): void {
  if (json) console.log(JSON.stringify(outcome));
  else if (doctor) console.log(findingsText(outcome.findings));
  if (outcome.findings.some(({ state }) => state === 'failed')) markFailed();
}
