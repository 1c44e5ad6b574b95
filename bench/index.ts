import { InvalidArgumentError } from 'commander';
import { buildProject } from '../scripts/build';
import { command, runScript } from '../scripts/command';
import { wholeNumber } from '../scripts/options';
import { during } from '../scripts/progress';
import { startChildRuntime } from '../scripts/runtime/child';
import { hasRedisServer } from '../simulator/upstash';
import type { SwitchboardName } from '../src/masking/session';
import { measureCpu } from './cpu';
import { measureLatency } from './latency';
import { measureLoadCost } from './load-cost';
import { type Report, reportText } from './report';
import { measureRoundTrips } from './round-trips';
import { measurePools, measureScale } from './scale';
import { startService } from './service';

const POOL_SIZES = [10, 100, 1_000, 10_000];

interface Options {
  samples: number;
  sessions: number;
  json?: boolean;
}

const program = command(
  'bench',
  'Measures round trips, speed and size of the service here. Nothing fails on time.',
)
  .option('--samples <n>', 'how often each thing is timed', atLeastOne, 20)
  .option(
    '--sessions <n>',
    'the largest number of live sessions, from 1,000 on in powers of ten',
    wholeNumber,
    100_000,
  )
  .option('--json', 'print one line of JSON');

runScript(program, async ({ samples, sessions, json }: Options) => {
  await during('building', () => buildProject());
  const report: Report = {
    roundTrips: await step('round trips', roundTrips),
    latency: await step('latency', () => measureLatency(samples)),
    loadCost: await step('load cost', () => measureLoadCost(samples)),
    cpu: await step('CPU time', () => measureCpu(samples * 10)),
    scale: hasRedisServer() ? await step('scale', () => scale(sessions)) : null,
  };
  console.log(json ? JSON.stringify(report) : reportText(report));
});

function atLeastOne(text: string): number {
  const number = wholeNumber(text);
  if (number === 0) throw new InvalidArgumentError('It must be at least 1.');
  return number;
}

async function roundTrips(): Promise<Report['roundTrips']> {
  const measured = async (switchboard: SwitchboardName) => {
    const stack = await startService(startChildRuntime, switchboard);
    return measureRoundTrips(stack, switchboard).finally(stack.stop);
  };
  return { proxy: await measured('proxy'), voice: await measured('voice') };
}

async function scale(sessions: number): Promise<NonNullable<Report['scale']>> {
  const steps = stepsTo(sessions);
  return {
    bySessions: [
      ...(await measureScale(steps, { switchboard: 'proxy', engine: 'redis-server' })),
      ...(await measureScale(steps, { switchboard: 'voice', engine: 'redis-server' })),
    ],
    byNumbers: await measurePools(POOL_SIZES, 'redis-server'),
  };
}

/** Progress goes to the standard error, so that the report can be piped. */
async function step<T>(name: string, measure: () => T | Promise<T>): Promise<T> {
  process.stderr.write(`Measuring ${name} ...\n`);
  return measure();
}

/** 1,000, 10,000, ... up to `most`. */
function stepsTo(most: number): number[] {
  const steps: number[] = [];
  for (let size = 1_000; size <= most; size *= 10) steps.push(size);
  return steps;
}
