import { counted } from '../counted';
import { table } from '../table';
import type { ListedNumber } from './listing';
import type { NumberStatus, PoolStatus } from './status';

/** The numbers that Twilio lists, for people. */
export function listedText(numbers: readonly ListedNumber[]): string {
  const rows = numbers.map(({ number, country, canCall, canText, isReserved }) => [
    number,
    country,
    yes(canCall),
    yes(canText),
    yes(isReserved),
  ]);
  return table(['number', 'country', 'calls', 'texts', 'reserved'], rows);
}

/** What the pool carries, for people. */
export function statusText(status: PoolStatus): string {
  const { switchboard, countries, numbers, mostSessions, concurrency } = status;
  const draining = numbers.filter(({ drainingSinceMs }) => drainingSinceMs !== undefined).length;
  const lines = [
    `Switchboard ${switchboard}: ${counted(numbers.length - draining, 'number gives', 'numbers give')} sessions, ${counted(draining, 'drains', 'drain')}.`,
    `${counted(sum(numbers, 'live'), 'phone is', 'phones are')} bound to a number, ${counted(sum(numbers, 'cooling'), 'cools', 'cool')} off from one.`,
    `One user has ${counted(mostSessions, 'session')} at most now.`,
    ...countries.map(
      (one) =>
        `${one.country}: ${counted(one.numbers, 'number')}, ${counted(one.canText, 'of them texts', 'of them text')}. ${needText(one, concurrency)}`,
    ),
  ];
  if (numbers.length > 0) lines.push('', loadTable(numbers));
  return lines.join('\n');
}

function needText({ missing }: { missing: number }, concurrency: number): string {
  const goal = `for ${counted(concurrency, 'session')} of one user at once`;
  return missing === 0 ? `Enough ${goal}.` : `${counted(missing, 'more is', 'more are')} needed ${goal}.`;
}

function loadTable(numbers: readonly NumberStatus[]): string {
  const rows = numbers.map(({ number, country, canText, drainingSinceMs, live, cooling }) => [
    number,
    country,
    yes(canText),
    live,
    cooling,
    drainingSinceMs === undefined ? '' : new Date(drainingSinceMs).toISOString(),
  ]);
  return table(['number', 'country', 'texts', 'bound', 'cooling off', 'draining since'], rows);
}

function sum(numbers: readonly NumberStatus[], field: 'live' | 'cooling'): number {
  return numbers.reduce((total, number) => total + number[field], 0);
}

function yes(value: boolean): string {
  return value ? 'yes' : '';
}
