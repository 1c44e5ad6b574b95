import { deadlineIn } from '../../src/masking/deadline';
import type { SessionStore, Switchboard } from '../../src/masking/ports';
import type { SessionId } from '../../src/masking/session';
import type { Finding, RedisMaintenance, Seen } from '../../src/store/redis-maintenance';
import { counted } from '../counted';
import type { Pace } from '../pace';
import type { ProxyRecord } from './proxy-sessions';

const BATCH = 100;
/** Time for one session: finding, closing and forgetting it. */
const REPAIR_MS = 8_000;

export interface ReconcileTools {
  readonly maintenance: RedisMaintenance;
  readonly store: Pick<SessionStore, 'finishClosing'>;
  readonly switchboard: Pick<Switchboard, 'close'>;
  readonly proxy: ProxyRecord;
  readonly pace: Pace;
  /** Hears in a few words how far it has come. */
  readonly progress: (text: string) => void;
}

/** A session that the two sides do not agree on. */
export interface Disagreement extends Finding {
  /** `failed`: try again later. `left`: it changed meanwhile and needs nothing any more. Absent in a dry run. */
  readonly repair?: 'done' | 'failed' | 'left';
}

export interface Reconciliation {
  /** Sessions of ours at Twilio, ended ones included, and sessions on record that live there. */
  readonly atTwilio: number;
  readonly onRecord: number;
  /** Sessions that a request may still be at work on: not touched. */
  readonly inFlight: number;
  /** Sids of sessions in the Proxy service that are not ours: not touched. */
  readonly foreign: readonly string[];
  readonly disagreements: readonly Disagreement[];
}

/**
 * Compares Twilio's record with the store's and, with `apply`, ends what only one of them knows or what should be over. The comparison
 * picks candidates; each is decided again inside Redis at the moment of its repair, so it may run beside live traffic.
 * @throws Failure when Twilio cannot be listed; DependencyError when Redis does not answer.
 */
export async function reconcile(tools: ReconcileTools, options: { apply: boolean }): Promise<Reconciliation> {
  const startedMs = tools.maintenance.now();
  const { seen, foreign } = await listTwilio(tools);
  const atTwilio = seen.size;
  const onRecord = await addRecords(seen, tools);
  const findings = await compareAll([...seen.values()], startedMs, tools);
  const inFlight = findings.filter(({ kind }) => kind === 'in_flight').length;
  const found = await withoutLatecomers(findings, seen, tools);
  const disagreements = options.apply ? await repairAll(found, seen, startedMs, tools) : found;
  return { atTwilio, onRecord, inFlight, foreign, disagreements };
}

/** Twilio is read before the store: whatever Twilio has by then was reserved in the store before. */
async function listTwilio({ proxy, progress }: ReconcileTools) {
  const seen = new Map<SessionId, Seen>();
  const foreign: string[] = [];
  for await (const page of proxy.pages()) {
    for (const { sessionId, sid, isLive } of page.ours) {
      seen.set(sessionId, { sessionId, sid, seen: isLive ? 'live' : 'closed' });
    }
    foreign.push(...page.foreign);
    progress(`${counted(seen.size + foreign.length, 'session')} at Twilio read`);
  }
  return { seen, foreign };
}

async function addRecords(seen: Map<SessionId, Seen>, { maintenance, progress }: ReconcileTools) {
  const onRecord = new Set<SessionId>();
  for await (const page of maintenance.sessions()) {
    for (const { sessionId, isOurs } of page) {
      if (isOurs) continue;
      onRecord.add(sessionId);
      if (!seen.has(sessionId)) seen.set(sessionId, { sessionId, seen: 'absent' });
    }
    progress(`${counted(onRecord.size, 'session')} on record read`);
  }
  return onRecord.size;
}

async function compareAll(items: readonly Seen[], startedMs: number, { maintenance }: ReconcileTools) {
  const findings: Finding[] = [];
  for (let first = 0; first < items.length; first += BATCH) {
    const batch = items.slice(first, first + BATCH);
    findings.push(...(await maintenance.compare(batch, { startedMs, apply: false })));
  }
  return findings;
}

/** A session that was opened after the listing had passed its place is missing only there. */
async function withoutLatecomers(
  findings: readonly Finding[],
  seen: ReadonlyMap<SessionId, Seen>,
  { proxy, progress }: ReconcileTools,
): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const finding of findings) {
    const { sessionId, kind, sid } = finding;
    if (kind === 'agreed' || kind === 'in_flight') continue;
    const isDoubtful = kind === 'missing' && seen.get(sessionId)?.seen === 'absent';
    if (isDoubtful && sid !== undefined && (await proxy.isLive(sid))) continue;
    found.push(finding);
    progress(`${counted(found.length, 'disagreement')} found`);
  }
  return found;
}

async function repairAll(
  found: readonly Finding[],
  seen: ReadonlyMap<SessionId, Seen>,
  startedMs: number,
  tools: ReconcileTools,
): Promise<Disagreement[]> {
  const repaired: Disagreement[] = [];
  for (const finding of found) {
    const { sessionId, sid } = finding;
    const state = seen.get(sessionId)?.seen ?? 'absent';
    const item = { sessionId, seen: state, ...(sid === undefined ? {} : { sid }) };
    repaired.push({ ...finding, repair: await repair(item, startedMs, tools) });
    tools.progress(`${repaired.length} of ${found.length} repaired`);
  }
  return repaired;
}

async function repair(item: Seen, startedMs: number, tools: ReconcileTools) {
  const [finding] = await tools.maintenance.compare([item], { startedMs, apply: true });
  if (finding === undefined || finding.kind === 'agreed' || finding.kind === 'in_flight') return 'left';
  return end(finding, tools);
}

async function end({ sessionId, sid }: Finding, { store, switchboard, pace }: ReconcileTools) {
  const deadline = deadlineIn(REPAIR_MS);
  if (sid !== undefined) {
    await pace();
    if ((await switchboard.close({ sessionId, sid }, deadline)) === 'failed') return 'failed';
  }
  await store.finishClosing([sessionId], deadline);
  return 'done';
}
