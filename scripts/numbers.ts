import type { Command } from 'commander';
import { Option } from 'commander';
import pc from 'picocolors';
import type { Config } from '../src/config';
import type { SwitchboardName } from '../src/masking/session';
import { RedisPoolStatus } from '../src/store/redis-pool-status';
import { scriptRunner, storeSettings } from '../src/wiring';
import { command, runCommands } from './command';
import { listNumbers, type Selection } from './numbers/listing';
import { syncPool, textWarning } from './numbers/pool';
import { listedText, statusText } from './numbers/report';
import { poolStatus } from './numbers/status';
import { wholeNumber } from './options';
import { during } from './progress';
import { envOption, readServiceConfig, type ServiceOptions } from './settings';

interface Options extends ServiceOptions, Selection {
  switchboard?: SwitchboardName;
  dryRun?: boolean;
  concurrency?: number;
}

const ASKING = 'asking Twilio';

const program = command(
  'numbers',
  'The numbers at Twilio, and the pool that sessions are given numbers from.',
);
part('list', 'shows the numbers at Twilio that the switchboard can use', withSelection).action(
  async (options: Options) => {
    const config = configOf(options);
    const numbers = await during(ASKING, () => listNumbers(config, options));
    console.log(options.json ? JSON.stringify(numbers) : listedText(numbers));
  },
);
part('sync', 'makes the pool hold exactly those numbers; one that is taken out drains', withSelection)
  .option('--dry-run', 'only count what would change')
  .action(async (options: Options) => {
    const { dryRun = false, json } = options;
    const config = configOf(options);
    const { numbers, change } = await during(ASKING, async () => {
      const listed = await listNumbers(config, options);
      return { numbers: listed, change: await syncPool(config, listed, dryRun) };
    });
    const verb = dryRun ? 'would be ' : '';
    console.log(
      json ? JSON.stringify(change) : `${change.added} ${verb}added, ${change.removed} ${verb}removed`,
    );
    warn(textWarning(config, numbers));
  });
part('status', 'shows what the pool carries, and how many numbers it needs')
  .option('--concurrency <n>', 'how many sessions one user should be able to have at once', wholeNumber)
  .action(async (options: Options) => {
    const config = configOf(options);
    const store = new RedisPoolStatus(scriptRunner(config), storeSettings(config));
    const { concurrency } = options;
    const status = await during('reading the pool', (progress) =>
      poolStatus(store, { switchboard: config.SWITCHBOARD, concurrency, progress }),
    );
    console.log(options.json ? JSON.stringify(status) : statusText(status));
    warn(textWarning(config, status.numbers));
  });
runCommands(program);

/** What every part takes. */
function part(name: string, description: string, more = (one: Command) => one): Command {
  const switchboards = new Option('--switchboard <name>', 'whose numbers').choices(['proxy', 'voice']);
  const made = program.command(name).description(description).addOption(envOption());
  return more(made.addOption(switchboards)).option('--json', 'print one line of JSON');
}

function withSelection(one: Command): Command {
  return one
    .option('--tag <text>', 'voice: only numbers whose FriendlyName has this text in it')
    .option('--numbers <list>', 'voice: only these, in E.164, with commas between', (text) =>
      text.split(','),
    );
}

/** The pool of one switchboard may be filled while the other still opens the sessions. */
function configOf(options: Options): Config {
  const config = readServiceConfig(options);
  return { ...config, SWITCHBOARD: options.switchboard ?? config.SWITCHBOARD };
}

function warn(text: string | undefined): void {
  if (text !== undefined) console.error(pc.yellow(text));
}
