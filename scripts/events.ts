import pc from 'picocolors';
import { deadlineIn } from '../src/masking/deadline';
import { drainEvents } from '../src/masking/events';
import type { LoggedEvent } from '../src/store/redis-outbox';
import { eventReceiver, outbox } from '../src/wiring';
import { command, Misuse, markFailed, runCommands } from './command';
import { counted } from './counted';
import { replayRange } from './events/replay';
import { wholeNumber } from './options';
import { during } from './progress';
import { envOption, readServiceConfig, type ServiceOptions } from './settings';
import { table } from './table';

const ROUND_MS = 10_000;
const SUBJECTS_AT_ONCE = 20;
const print = (json: boolean | undefined, facts: object, text: string) =>
  console.log(json ? JSON.stringify(facts) : text);

const program = command('events', 'The events that the marketplace is told: what waits, what was, again.');
program
  .command('status')
  .description('shows how many events are kept, wait, were delivered and lost')
  .addOption(envOption())
  .option('--json', 'print one line of JSON')
  .action(async (options: ServiceOptions) => {
    const status = await outbox(readServiceConfig(options)).status(deadlineIn(ROUND_MS));
    const { kept, waiting, delivered, lost } = status;
    print(options.json, status, `${kept} kept, ${waiting} waiting, ${delivered} delivered, ${lost} lost`);
  });
program
  .command('list')
  .description('shows the events that are kept, at most a hundred')
  .option('--after <number>', 'begin behind this one', wholeNumber, 0)
  .addOption(envOption())
  .option('--json', 'print one line of JSON')
  .action(async (options: ServiceOptions & { after: number }) => {
    const events = await outbox(readServiceConfig(options)).page(options.after, deadlineIn(ROUND_MS));
    print(options.json, events, eventsTable(events));
  });
program
  .command('deliver')
  .description('delivers what is due')
  .addOption(envOption())
  .option('--json', 'print one line of JSON')
  .action(async (options: ServiceOptions) => {
    const config = readServiceConfig(options);
    const receiver = eventReceiver(config);
    if (receiver === undefined) throw new Misuse('Nobody receives events: EVENTS_URL is not set.');
    const tools = { outbox: outbox(config), receiver, deadline: deadlineIn(ROUND_MS) };
    const { delivered, failed } = await during('delivering', () => drainEvents(tools, SUBJECTS_AT_ONCE));
    print(
      options.json,
      { delivered, failed },
      `${delivered} delivered, ${counted(failed, 'subject failed and waits', 'subjects failed and wait')}`,
    );
    if (failed > 0) markFailed();
  });
program
  .command('replay')
  .argument('<from>', 'the number of the first event', wholeNumber)
  .argument('[to]', 'the number of the last one; the first alone where there is none', wholeNumber)
  .description('has events delivered again, in their order')
  .addOption(envOption())
  .option('--json', 'print one line of JSON')
  .action(async (from: number, to: number | undefined, options: ServiceOptions) => {
    const replayed = await replayRange(outbox(readServiceConfig(options)), from, to ?? from);
    const text = `${counted(replayed, 'event waits', 'events wait')} to be delivered again. Deliver with ${pc.bold('npm run events -- deliver')}.`;
    print(options.json, { replayed }, text);
  });
runCommands(program);

function eventsTable(events: readonly LoggedEvent[]): string {
  const rows = events.map(({ number, waits, event: { type, atMs, data } }) => [
    number,
    new Date(atMs).toISOString(),
    type,
    typeof data.sessionId === 'string' ? data.sessionId : '',
    waits ? 'waits' : 'delivered',
  ]);
  return table(['number', 'when', 'event', 'session', 'state'], rows);
}
