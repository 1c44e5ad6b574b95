import { type Analysis, analyse, findAll } from './analysis';
import { type Group, groupsOf } from './phone/groups';
import { findPhones } from './phone/phone';
import { conclude, languagesOf, maximumLength, tooLong } from './screen';
import { findHandles } from './talk/handles';
import { findMessengers } from './talk/messenger';
import { fold } from './text/fold';
import { Hits } from './text/hits';
import type { Span } from './text/view';
import type { Finding, ScreenOptions, Verdict } from './types';

/** How many texts of a sender are judged together with the next one. */
export const windowTexts = 5;

const maximumDigits = 18;
const weakMinimum = 0.25;

/**
 * What is kept of a sender's last texts: per text its digits in groups, then `m` when a messenger was named and `a`
 * when an account was, e.g. `["090", "1234-m"]`. Never words. Its JSON stays under 200 bytes.
 */
export interface WindowState {
  readonly recent: readonly string[];
}

/** The state before a sender's first text. */
export const emptyWindow: WindowState = { recent: [] };

/** A verdict, and the state to judge the sender's next text with. */
export interface WindowVerdict {
  readonly verdict: Verdict;
  readonly state: WindowState;
}

function digitsOf(groups: readonly Group[]): string {
  const digits = groups
    .filter((group) => !group.quantity && group.digits.length <= 15)
    .map((group) => group.digits);
  return digits.join('-').slice(0, maximumDigits);
}

/** A number that began in an earlier text and ends in this one. */
function splitPhone(state: WindowState, { folded, groups }: Analysis): Finding[] {
  const here = groups.filter((group) => !group.quantity);
  const [first, last] = [here[0], here.at(-1)];
  if (first === undefined || last === undefined) return [];
  const earlier = state.recent
    .map((entry) => entry.replace(/[^0-9-]/gu, ''))
    .filter((entry) => /[0-9]/u.test(entry));
  const view = fold([...earlier, here.map((group) => group.digits).join('-')].join('\n'));
  const border = earlier.join('\n').length;
  const found = findPhones(view, groupsOf(view.text), new Hits([])).filter(
    ({ start, end }) => start < border && end > border + 1,
  );
  const start = folded.starts[first.from] ?? 0;
  const end = folded.ends[last.to - 1] ?? 0;
  return found.map(({ confidence }) => ({
    kind: 'phone',
    start,
    end,
    confidence,
    reason: 'phone-number-split',
  }));
}

/** Accounts that stand for themselves: @name, my_name, or any with the word "ID" near. */
function accountsIn({ original, folded, hits }: Analysis): Span[] {
  return findHandles(folded).filter(
    (span) =>
      /[@＠_＿]/u.test(original.slice(span.start, span.end)) ||
      hits.near('account-word', span, 12) !== undefined,
  );
}

/** The first messenger that is named; the words around it are no measure, since what they lack may stand in another text. */
function messengerIn({ original, folded, hits }: Analysis): Finding | undefined {
  return findMessengers(original, folded, hits).find(({ confidence }) => confidence >= weakMinimum);
}

/** A messenger named in one text and its account in another. */
function splitMessenger(state: WindowState, name: Finding | undefined, account: Span | undefined): Finding[] {
  const mentioned = (mark: string): boolean => state.recent.some((entry) => entry.includes(mark));
  const place = mentioned('m') && account !== undefined ? account : mentioned('a') ? name : undefined;
  if (place === undefined) return [];
  return [
    { kind: 'messenger', start: place.start, end: place.end, confidence: 0.6, reason: 'messenger-split' },
  ];
}

/**
 * Judges a text together with the sender's last ones, so that a number or an account split over several texts is found.
 * A rejected text never reaches the partner, so it leaves the state as it was.
 * @param state what the call for the sender's previous text returned, or `emptyWindow`
 */
export function screenWithin(state: WindowState, text: string, options: ScreenOptions = {}): WindowVerdict {
  if (text.length > maximumLength) return { verdict: tooLong(text), state };
  const analysis = analyse(text, languagesOf(options));
  const raw = findAll(analysis);
  const name = messengerIn(analysis);
  const account = accountsIn(analysis)[0];
  const split = [...splitPhone(state, analysis), ...splitMessenger(state, name, account)];
  const verdict = conclude(analysis, [...raw, ...split], options);
  const entry = `${digitsOf(analysis.groups)}${name === undefined ? '' : 'm'}${account === undefined ? '' : 'a'}`;
  if (entry === '' || !verdict.allowed) return { verdict, state };
  return { verdict, state: { recent: [...state.recent, entry].slice(-windowTexts) } };
}
