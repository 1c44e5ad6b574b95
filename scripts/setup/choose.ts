import { Misuse } from '../command';
import type { AccountNumber } from './account-numbers';
import type { Choose } from './plan';

/** Reads `--numbers`: `all`, or numbers with commas between them; without it the service keeps the numbers that it has. */
export function chooseBy(text: string | undefined): Choose {
  return async (numbers, taken) => {
    if (text !== undefined && text !== 'all')
      return text.split(',').map((wanted) => find(wanted.trim(), numbers));
    const usable = numbers.filter(({ canCall }) => canCall);
    if (usable.length === 0) throw new Misuse(NO_NUMBER);
    return text === 'all' ? usable : keepTaken(usable, taken);
  };
}

const NO_NUMBER = 'The account has no number that can take calls. Buy one at https://console.twilio.com.';

function keepTaken(usable: readonly AccountNumber[], taken: ReadonlySet<string>): AccountNumber[] {
  const kept = usable.filter(({ sid }) => taken.has(sid));
  if (kept.length > 0) return kept;
  const list = usable.map(({ number }) => number).join(', ');
  throw new Misuse(
    `Choose the numbers of the service with --numbers all, or some of them with commas: ${list}`,
  );
}

function find(wanted: string, numbers: readonly AccountNumber[]): AccountNumber {
  const found = numbers.find(({ number, sid }) => number === wanted || sid === wanted);
  if (found === undefined) throw new Misuse(`The account has no number ${wanted}.`);
  if (!found.canCall) throw new Misuse(`${wanted} cannot take calls.`);
  return found;
}
