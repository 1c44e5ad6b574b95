import type { Relation } from './blocks';
import { closeAndForget } from './close-all';
import type { LoggedCall } from './overview';
import type { ClosingDecision, Deadline, SessionStore, Switchboard } from './ports';
import type { SessionId } from './session';

/** Why a partner is reported. */
export const REPORT_REASONS = [
  'direct_dealing',
  'contact_details',
  'harassment',
  'no_show',
  'fraud',
  'other',
] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

/** How far the operators have come with a report. */
export const REPORT_STATES = ['open', 'in_review', 'closed'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

export type ReportId = string & { readonly __brand: 'ReportId' };

/** What a user tells about a partner. */
export interface NewReport extends Relation {
  readonly reportId: ReportId;
  readonly reason: ReportReason;
  /** In the user's own words; kept encrypted, for operators only. */
  readonly text?: string;
  /** Whether the partner is blocked in the same step. */
  readonly block: boolean;
}

export type ReportDecision =
  | ({ readonly kind: 'filed' } & ClosingDecision)
  | { readonly kind: 'too_many'; readonly retryAfterSeconds: number };

/** A report as the list of operators has it; times in milliseconds since the epoch. */
export interface ReportSummary extends Relation {
  readonly reportId: ReportId;
  readonly reason: ReportReason;
  readonly state: ReportState;
  readonly filedAtMs: number;
  readonly changedAtMs: number;
  /** Who changed the state last. */
  readonly handler?: string;
  /** The pair's latest session when the report was filed. */
  readonly sessionId?: SessionId;
}

export interface Report extends ReportSummary {
  readonly text?: string;
  /** The pair's calls and texts, the latest first. */
  readonly calls: readonly LoggedCall[];
  /** How often texts of each of the two were rejected, in all and by kind. */
  readonly violations: {
    readonly user: Readonly<Record<string, number>>;
    readonly peer: Readonly<Record<string, number>>;
  };
}

/** One round trip each, atomic, safe to apply twice; all reject with a `DependencyError` when the store cannot answer in time. */
export interface ReportStore {
  file(report: NewReport, deadline: Deadline): Promise<ReportDecision>;
  /** A hundred at most, the oldest first. */
  list(
    query: { readonly state: ReportState; readonly cursor: number },
    deadline: Deadline,
  ): Promise<{ readonly reports: readonly ReportSummary[]; readonly cursor?: number }>;
  show(reportId: ReportId, deadline: Deadline): Promise<Report | undefined>;
  /** False for a report that is not on record. */
  update(
    change: { readonly reportId: ReportId; readonly state: ReportState; readonly handler: string },
    deadline: Deadline,
  ): Promise<boolean>;
}

export type ReportOutcome =
  | { readonly kind: 'filed' }
  | { readonly kind: 'too_many'; readonly retryAfterSeconds: number };

/**
 * Keeps a report for the operators; with `block` also blocks the partner and ends the pair's session.
 * @throws DependencyError when the store cannot answer.
 */
export async function fileReport(
  report: NewReport,
  tools: {
    readonly reports: Pick<ReportStore, 'file'>;
    readonly store: Pick<SessionStore, 'finishClosing'>;
    readonly switchboard: Switchboard;
    readonly deadline: Deadline;
  },
): Promise<ReportOutcome> {
  const decision = await tools.reports.file(report, tools.deadline);
  if (decision.kind !== 'filed') return decision;
  await closeAndForget(decision.sessions, tools);
  return { kind: 'filed' };
}
