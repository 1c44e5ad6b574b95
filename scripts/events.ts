import pc from 'picocolors';
import { type Config, readConfig } from '../src/config';
import { deadlineIn } from '../src/masking/deadline';
import { drainEvents } from '../src/masking/events';
import type { LoggedEvent } from '../src/store/redis-outbox';
import { eventReceiver, outbox } from '../src/wiring';
import { command, Failure, runCommands } from './command';
import { replayRange } from './events/replay';
import { wholeNumber } from './options';
import { readSettings } from './settings';
import { table } from './table';

interface Options {
  json?: boolean;
}

const ROUND_MS = 10_000;
const SUBJECTS_AT_ONCE = 20;
const settings = (): Config => readConfig(readSettings());
const print = (json: boolean | undefined, facts: object, text: string) =>
  console.log(json ? JSON.stringify(facts) : text);

const program = command('events', 'The events that the marketplace is told: what waits, what was, again.');
program
  .command('status')
  .description('shows how many events are kept, wait, were delivered and lost')
  .option('--json', 'print one line of JSON')
  .action(async ({ json }: Options) => {
    const status = await outbox(settings()).status(deadlineIn(ROUND_MS));
    const { kept, waiting, delivered, lost } = status;
    print(json, status, `${kept} kept, ${waiting} waiting, ${delivered} delivered, ${lost} lost`);
  });
program
  .command('list')
  .description('shows the events that are kept, at most a hundred')
  .option('--after <number>', 'begin behind this one', wholeNumber, 0)
  .option('--json', 'print one line of JSON')
  .action(async ({ after, json }: Options & { after: number }) => {
    const events = await outbox(settings()).page(after, deadlineIn(ROUND_MS));
    print(json, events, eventsTable(events));
  });
program
  .command('deliver')
  .description('delivers what is due')
  .option('--json', 'print one line of JSON')
  .action(async ({ json }: Options) => {
    const config = settings();
    const receiver = eventReceiver(config);
    if (receiver === undefined) throw new Failure('Nobody receives events: EVENTS_URL is not set.');
    const tools = { outbox: outbox(config), receiver, deadline: deadlineIn(ROUND_MS) };
    const { delivered, failed } = await drainEvents(tools, SUBJECTS_AT_ONCE);
    print(json, { delivered, failed }, `${delivered} delivered, ${failed} subjects failed and wait`);
    if (failed > 0) process.exitCode = 1;
  });
program
  .command('replay <from> [to]')
  .description('has the events with these numbers delivered again, in their order')
  .option('--json', 'print one line of JSON')
  .action(async (from: string, to: string | undefined, { json }: Options) => {
    const [first, last] = [wholeNumber(from), wholeNumber(to ?? from)];
    const replayed = await replayRange(outbox(settings()), first, last);
    const text = `${replayed} events wait to be delivered again. Deliver them with ${pc.bold('npm run events -- deliver')}.`;
    print(json, { replayed }, text);
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
