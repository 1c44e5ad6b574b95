import { command, runCommands } from './command';
import { type ListedNumber, listNumbers, syncPool } from './numbers/pool';
import { envOption, readServiceConfig, type ServiceOptions } from './settings';
import { table } from './table';

interface Options extends ServiceOptions {
  dryRun?: boolean;
}

const program = command(
  'numbers',
  'The numbers of the Proxy service and the pool that sessions are given numbers from.',
);
program
  .command('list')
  .description("shows the Proxy service's numbers")
  .addOption(envOption())
  .option('--json', 'print one line of JSON')
  .action(async (options: Options) => {
    const numbers = await listNumbers(readServiceConfig(options));
    console.log(options.json ? JSON.stringify(numbers) : numbersTable(numbers));
  });
program
  .command('sync')
  .description('makes the pool hold exactly those numbers')
  .addOption(envOption())
  .option('--dry-run', 'only count what would change')
  .option('--json', 'print one line of JSON')
  .action(async (options: Options) => {
    const { dryRun = false, json } = options;
    const config = readServiceConfig(options);
    const change = await syncPool(config, await listNumbers(config), dryRun);
    const verb = dryRun ? 'would be ' : '';
    console.log(
      json ? JSON.stringify(change) : `${change.added} ${verb}added, ${change.removed} ${verb}removed`,
    );
  });
runCommands(program);

function numbersTable(numbers: readonly ListedNumber[]): string {
  const rows = numbers.map(({ number, country, canCall, canText, isReserved }) => [
    number,
    country,
    yes(canCall),
    yes(canText),
    yes(isReserved),
  ]);
  return table(['number', 'country', 'calls', 'texts', 'reserved'], rows);
}

function yes(value: boolean): string {
  return value ? 'yes' : '';
}
