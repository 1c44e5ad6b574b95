import { command, runScript } from '../scripts/command';
import { askedToEnd } from '../scripts/ending';
import { portNumber, wholeNumber } from '../scripts/options';
import { inProject } from '../scripts/project';
import { startChildRuntime } from '../scripts/runtime/child';
import { type Deployable, makeDeployable } from './deployable';
import { describeSimulator, type Simulator, type SimulatorOptions, startSimulator } from './index';

const hosting = { startRuntime: startChildRuntime, packages: inProject('node_modules') };

const program = command('simulator', 'Starts only the stand-ins: Twilio with phones, and Upstash Redis.')
  .option('--port <n>', "Twilio's port (default: any free one)", portNumber)
  .option('--upstash-port <n>', "Redis's port (default: any free one)", portNumber)
  .option('--numbers <n>', 'how many proxy numbers the service has', wholeNumber, 5)
  .option('--plain-numbers <n>', 'how many numbers the account has besides', wholeNumber, 0)
  .option('--sms', 'let those numbers text as well')
  .option('--twilio-ms <n>', 'milliseconds that every Twilio answer takes', wholeNumber, 0)
  .option('--redis-ms <n>', 'milliseconds that every Redis answer takes', wholeNumber, 0)
  .option('--deployable', 'let npm run deploy reach it, and run what is deployed')
  .option('--json', 'print one line of JSON when ready');

interface Options extends SimulatorOptions {
  deployable?: boolean;
  json?: boolean;
}

runScript(program, async ({ json, deployable, ...options }: Options) => {
  const ended = askedToEnd();
  const simulator = await startSimulator(options);
  const target = deployable ? await makeDeployable(simulator, hosting) : undefined;
  const description = { ...describeSimulator(simulator), ...target?.environment };
  const manual = target ? rehearsal(simulator, target) : [];
  console.log(json ? JSON.stringify(description) : [...readable(description), ...manual].join('\n'));
  if (!json) console.log('Ctrl-C ends it.');
  await ended;
  await target?.stop();
  await simulator.stop();
});

function readable(description: object): string[] {
  return Object.entries(description).map(([name, value]) => `${name.padEnd(19)} ${String(value)}`);
}

/** What somebody who wants to try set-up and deployment puts where. */
function rehearsal(simulator: Simulator, { environment }: Deployable): string[] {
  const settings = {
    ACCOUNT_SID: simulator.accountSid,
    AUTH_TOKEN: simulator.authToken,
    TWILIO_API_BASE_URL: simulator.url,
    UPSTASH_REDIS_REST_URL: simulator.upstashUrl,
    UPSTASH_REDIS_REST_TOKEN: simulator.upstashToken,
  };
  const lines = (variables: object) => Object.entries(variables).map(([name, value]) => `${name}=${value}`);
  return [
    '',
    'In .env:',
    ...lines(settings),
    '',
    'In the terminal:',
    `export ${lines(environment).join(' ')}`,
    '',
  ];
}
