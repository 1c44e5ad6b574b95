import { command, runScript } from '../scripts/command';
import { askedToEnd } from '../scripts/ending';
import { portNumber, wholeNumber } from '../scripts/options';
import { describeSimulator, type SimulatorOptions, startSimulator } from './index';

const program = command('simulator', 'Starts only the stand-ins: Twilio with phones, and Upstash Redis.')
  .option('--port <n>', "Twilio's port (default: any free one)", portNumber)
  .option('--upstash-port <n>', "Redis's port (default: any free one)", portNumber)
  .option('--numbers <n>', 'how many proxy numbers the service has', wholeNumber, 5)
  .option('--plain-numbers <n>', 'how many numbers the account has besides', wholeNumber, 0)
  .option('--sms', 'let those numbers text as well')
  .option('--twilio-ms <n>', 'milliseconds that every Twilio answer takes', wholeNumber, 0)
  .option('--redis-ms <n>', 'milliseconds that every Redis answer takes', wholeNumber, 0)
  .option('--json', 'print one line of JSON when ready');

runScript(program, async ({ json, ...options }: SimulatorOptions & { json?: boolean }) => {
  const ended = askedToEnd();
  const simulator = await startSimulator(options);
  const description = describeSimulator(simulator);
  console.log(json ? JSON.stringify(description) : readable(description));
  await ended;
  await simulator.stop();
});

function readable(description: ReturnType<typeof describeSimulator>): string {
  const lines = Object.entries(description).map(([name, value]) => `${name.padEnd(13)} ${String(value)}`);
  return [...lines, 'Ctrl-C ends it.'].join('\n');
}
