import { counted } from '../counted';
import type { Forgotten } from './forget';

/** What was erased and what is left, for people. */
export function forgottenText(result: Forgotten, apply: boolean): string {
  const { sessions, pending, erased, twilio, recordings, isComplete } = result;
  const lines = [
    `${counted(sessions, 'session')}, ${counted(twilio.leftovers, 'ended session')} that Twilio still keeps, ${counted(recordings.found, 'recording or message', 'recordings and messages')}`,
    `${counted(erased.calls, 'call log entry loses', 'call log entries lose')} the user's id; ${counted(erased.routes, 'route')}, ${counted(erased.pairs, 'remembered pair')}, ` +
      `${counted(erased.quotas, 'quota counter')}, ${counted(erased.blocks, 'list')} of blocked partners, ${counted(erased.events, 'delivered event')}, ` +
      `${counted(erased.violations, 'record')} of rejected texts, ${counted(erased.reports, 'report')} and ${counted(erased.lists, 'list')} of sessions and calls go`,
  ];
  if (!apply) return [...lines, 'Nothing was changed. Erase with --apply.'].join('\n');
  if (pending > 0) lines.push(`Left: ${counted(pending, 'session')} that could not be closed now.`);
  if (!twilio.isSearched) lines.push('Left: ended sessions at Twilio, which could not be searched.');
  if (twilio.failed > 0) lines.push(`Left: ${counted(twilio.failed, 'ended session')} at Twilio.`);
  if (recordings.failed > 0)
    lines.push(
      `Left: ${counted(recordings.failed, 'recording')} at Twilio, and the traces in Redis that tell whose they are.`,
    );
  lines.push(isComplete ? 'Everything is erased.' : 'Run it again later.');
  return lines.join('\n');
}
