import { InvalidArgumentError } from 'commander';
import { buildProject } from './build';
import { command, markFailed, runScript } from './command';
import { switchboardOption, wholeNumber } from './options';
import { during } from './progress';
import { type SoakOptions, type SoakResult, soak } from './soak/soak';
import { table } from './table';

interface Options extends SoakOptions {
  json?: boolean;
}

const program = command(
  'soak',
  'Loads the Functions here with mixed traffic and faults, and checks that nothing is lost, crossed or orphaned.',
)
  .option('--seconds <n>', 'how long', wholeNumber, 60)
  .option('--concurrency <n>', 'how many callers at once', wholeNumber, 50)
  .option('--fault-rate <share>', 'share of requests to Twilio and Redis that fail', share, 0.01)
  .addOption(switchboardOption())
  .option('--json', 'print one line of JSON');

runScript(program, async ({ json, ...options }: Options) => {
  await during('building', () => buildProject());
  const result = await during('starting', (progress) => soak(options, progress));
  console.log(json ? JSON.stringify(result) : resultText(result));
  if (!result.ok) markFailed();
});

function share(text: string): number {
  const value = Number(text);
  if (text === '' || !(value >= 0 && value <= 1)) throw new InvalidArgumentError('It must be from 0 to 1.');
  return value;
}

function resultText({ ok, lost, crossed, orphaned, unexpected, repaired, memory, counts }: SoakResult) {
  const { warmMb, endMb, grows } = memory;
  const growth =
    grows === undefined ? 'too short to tell whether it grows' : grows ? 'it grows' : 'it does not grow';
  return [
    table(['counted', 'times'], Object.entries(counts)),
    `${lost} lost, ${crossed} crossed, ${orphaned} orphaned, ${unexpected} unexpected; ${repaired} repaired by reconcile`,
    `Memory of the runtime: ${warmMb} MB after warm-up, ${endMb} MB in the end: ${growth}`,
    ok ? 'Everything held.' : 'Something did not hold.',
  ].join('\n');
}
