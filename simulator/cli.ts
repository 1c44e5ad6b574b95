import { InvalidArgumentError } from 'commander';
import { command, runScript } from '../scripts/command';
import { askedToEnd } from '../scripts/ending';
import { describeSimulator, type SimulatorOptions, startSimulator } from './index';

const program = command('simulator', 'Starts only the stand-ins: Twilio with phones, and Upstash Redis.')
  .option('--port <n>', "Twilio's port (default: any free one)", whole)
  .option('--upstash-port <n>', "Redis's port (default: any free one)", whole)
  .option('--numbers <n>', 'how many proxy numbers the service has', whole, 5)
  .option('--sms', 'let those numbers text as well')
  .option('--twilio-ms <n>', 'milliseconds that every Twilio answer takes', whole, 0)
  .option('--redis-ms <n>', 'milliseconds that every Redis answer takes', whole, 0)
  .option('--json', 'print one line of JSON when ready');

runScript(program, async ({ json, ...options }: SimulatorOptions & { json?: boolean }) => {
  const simulator = await startSimulator(options);
  const ended = askedToEnd();
  const description = describeSimulator(simulator);
  console.log(json ? JSON.stringify(description) : readable(description));
  await ended;
  await simulator.stop();
});

function readable(description: ReturnType<typeof describeSimulator>): string {
  const lines = Object.entries(description).map(([name, value]) => `${name.padEnd(13)} ${String(value)}`);
  return [...lines, 'Ctrl-C ends it.'].join('\n');
}

function whole(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}
