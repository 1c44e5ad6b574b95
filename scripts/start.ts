import { Option } from 'commander';
import type { SwitchboardName } from '../src/masking/session';
import { buildProject } from './build';
import { command, Failure, Misuse, runScript } from './command';
import { askedToEnd } from './ending';
import { startLive } from './local/live';
import { startSimulated } from './local/simulated';
import { portNumber, setting, switchboardOption, wholeNumber } from './options';
import { during } from './progress';
import type { ChildRuntime } from './runtime/child';
import { envOption, type ServiceOptions, type Settings } from './settings';

interface Options extends ServiceOptions {
  port?: number;
  simulatorPort?: number;
  sms?: boolean;
  switchboard: SwitchboardName;
  set?: Settings;
  live?: boolean;
  publicUrl?: string;
  twilioMs: number;
  redisMs: number;
}

/** Something that runs until it is stopped. */
interface Running {
  runtime: ChildRuntime;
  /** For `--json`. */
  facts: object;
  /** For people. */
  text: string;
  stop(): Promise<void>;
}

/** What says how the simulator behaves is nothing to real services. */
const ofSimulator = ['simulatorPort', 'sms', 'switchboard', 'set', 'twilioMs', 'redisMs'];

const program = command(
  'start',
  'Builds the Functions and runs them here, with two simulated phones to try them.',
)
  .option('--port <n>', "the Functions' port (default: any free one)", portNumber)
  .option('--simulator-port <n>', "the simulator's port (default: any free one)", portNumber)
  .option('--sms', 'give the numbers texts as well as calls')
  .addOption(switchboardOption())
  .option('--set <NAME=value>', 'a setting, such as VOICEMAIL_SECONDS=60; can be given again', setting)
  .option('--twilio-ms <n>', 'milliseconds that every Twilio answer takes', wholeNumber, 0)
  .option('--redis-ms <n>', 'milliseconds that every Redis answer takes', wholeNumber, 0)
  .addOption(
    new Option(
      '--live',
      'use the real Twilio and Upstash of the settings instead of the simulator',
    ).conflicts(ofSimulator),
  )
  .addOption(envOption())
  .option('--public-url <url>', 'with --live: where Twilio reaches this machine, such as a tunnel')
  .option('--json', 'print one line of JSON when ready');

runScript(program, async (options: Options) => {
  const ended = askedToEnd();
  if (options.publicUrl !== undefined && !options.live) throw new Misuse('--public-url needs --live.');
  await during('building', () => buildProject());
  const running: Running = await during('starting', () =>
    options.live ? startLive(options) : startSimulated(options),
  );
  const { runtime } = running;
  runtime.onOutput((text) => process.stderr.write(text));
  console.log(options.json ? JSON.stringify(running.facts) : running.text);
  try {
    await Promise.race([ended, brokenDown(runtime)]);
  } finally {
    await running.stop();
  }
});

function brokenDown(runtime: ChildRuntime): Promise<never> {
  return new Promise((_, reject) => {
    runtime.onUnexpectedExit(() =>
      reject(new Failure('twilio-run ended by itself; its last words are above.')),
    );
  });
}
