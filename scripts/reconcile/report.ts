import { counted } from '../counted';
import { table } from '../table';
import type { Disagreement, Reconciliation } from './reconcile';

const MEANING: Record<Exclude<Disagreement['kind'], 'agreed' | 'in_flight'>, string> = {
  unknown: 'live at Twilio, not on record: is deleted',
  closing: 'closed on record, not yet at Twilio: is deleted',
  overdue: 'reserved by a request that is gone: is closed',
  expired: 'past its end on record, still live at Twilio: is deleted',
  missing: 'live on record, not at Twilio: is forgotten',
  ended: 'over at Twilio, which still keeps the numbers: is deleted',
};

/** What a reconciliation found, for people. */
export function reportText({ atTwilio, onRecord, inFlight, foreign, disagreements }: Reconciliation): string {
  const lines = [`${counted(atTwilio, 'session')} at Twilio, ${onRecord} on record`];
  if (inFlight > 0) lines.push(`${inFlight} being opened or closed right now: left alone`);
  if (foreign.length > 0) lines.push(`${foreign.length} not opened by this service: left alone`);
  lines.push(disagreements.length === 0 ? 'Both sides agree.' : '', ...details(disagreements));
  return lines.join('\n').replace(/\n+$/, '');
}

function details(disagreements: readonly Disagreement[]): string[] {
  if (disagreements.length === 0) return [];
  const isDry = disagreements.every(({ repair }) => repair === undefined);
  const rows = Object.entries(MEANING).flatMap(([kind, meaning]) => {
    const all = disagreements.filter((one) => one.kind === kind);
    const count = (repair: Disagreement['repair']) => all.filter((one) => one.repair === repair).length;
    if (all.length === 0) return [];
    return [isDry ? [meaning, all.length] : [meaning, all.length, count('done'), count('failed')]];
  });
  const head = isDry ? ['finding', 'sessions'] : ['finding', 'sessions', 'repaired', 'failed'];
  return [table(head, rows), ...(isDry ? ['Nothing was changed. Repair with --apply.'] : [])];
}
