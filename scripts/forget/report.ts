import type { Forgotten } from './forget';

/** What was erased and what is left, for people. */
export function forgottenText(result: Forgotten, apply: boolean): string {
  const { sessions, pending, erased, twilio, recordings, isComplete } = result;
  const lines = [
    `${sessions} sessions, ${twilio.leftovers} ended sessions that Twilio still keeps, ${recordings.found} recordings and messages`,
    `${erased.calls} call log entries lose the user's id; ${erased.routes} routes, ${erased.pairs} remembered pairs, ` +
      `${erased.quotas} quota counters, ${erased.blocks} lists of blocked partners, ${erased.events} delivered events, ` +
      `${erased.violations} records of rejected texts, ${erased.reports} reports and ${erased.lists} lists of sessions and calls go`,
  ];
  if (!apply) return [...lines, 'Nothing was changed. Erase with --apply.'].join('\n');
  if (pending > 0) lines.push(`Left: ${pending} sessions that could not be closed now.`);
  if (!twilio.isSearched) lines.push('Left: ended sessions at Twilio, which could not be searched.');
  if (twilio.failed > 0) lines.push(`Left: ${twilio.failed} ended sessions at Twilio.`);
  if (recordings.failed > 0)
    lines.push(
      `Left: ${recordings.failed} recordings at Twilio, and the traces in Redis that tell whose they are.`,
    );
  lines.push(isComplete ? 'Everything is erased.' : 'Run it again later.');
  return lines.join('\n');
}
