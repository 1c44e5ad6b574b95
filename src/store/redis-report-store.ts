import * as v from 'valibot';
import type { Clock, Deadline } from '../masking/ports';
import {
  type NewReport,
  REPORT_REASONS,
  REPORT_STATES,
  type Report,
  type ReportDecision,
  type ReportId,
  type ReportState,
  type ReportStore,
  type ReportSummary,
} from '../masking/reports';
import { commonArguments } from './common-arguments';
import { library } from './lua/library';
import * as texts from './lua/reports';
import { loggedCall } from './redis-overview';
import { type Script, type ScriptRunner, script } from './script-runner';
import { arrayOf, closingDecision, sessionId, userId } from './scripts';
import { openText, pairHash, sealText } from './seal';
import type { StoreSettings } from './settings';

const PAGE_SIZE = 100;
const MOST_CALLS = 50;
/** Reports that one user may file in a day. */
const PER_DAY = 20;
const DAY_MS = 86_400_000;

const reportId = v.custom<ReportId>((value) => typeof value === 'string');
const summary = v.object({
  reportId,
  userId,
  peerId: userId,
  reason: v.picklist(REPORT_REASONS),
  state: v.picklist(REPORT_STATES),
  filedAtMs: v.number(),
  changedAtMs: v.number(),
  handler: v.exactOptional(v.string()),
  sessionId: v.exactOptional(sessionId),
});
const counts = v.optional(v.record(v.string(), v.number()), {});

const scripts = {
  file: script(
    library + texts.fileReport,
    v.variant('kind', [
      v.object({ kind: v.literal('filed'), ...closingDecision.entries }),
      v.object({ kind: v.literal('too_many'), retryAfterSeconds: v.number() }),
    ]),
  ),
  list: script(
    library + texts.listReports,
    v.object({ reports: arrayOf(summary), cursor: v.exactOptional(v.number()) }),
  ),
  show: script(
    library + texts.showReport,
    v.object({
      report: v.exactOptional(summary),
      sealed: v.exactOptional(v.string()),
      calls: v.optional(arrayOf(loggedCall), []),
      user: counts,
      peer: counts,
    }),
  ),
  update: script(library + texts.updateReport, v.object({ known: v.boolean() })),
};

/** Reports in Redis: every method is one script and one round trip. What a user wrote is sealed as numbers are. */
export class RedisReportStore implements ReportStore {
  constructor(
    private readonly runner: Pick<ScriptRunner, 'run'>,
    private readonly settings: StoreSettings,
    private readonly clock: Clock = Date.now,
  ) {}

  file({ text, ...report }: NewReport, deadline: Deadline): Promise<ReportDecision> {
    const { lookupKey, dataKey, reportDays } = this.settings;
    const sealed = text === undefined ? {} : { text: sealText(text, report.reportId, dataKey) };
    return this.run(scripts.file, deadline, {
      ...report,
      ...sealed,
      pair: pairHash(report.userId, report.peerId, lookupKey),
      keepMs: reportDays * DAY_MS,
      perDay: PER_DAY,
    });
  }

  list(
    query: { state: ReportState; cursor: number },
    deadline: Deadline,
  ): Promise<{ reports: readonly ReportSummary[]; cursor?: number }> {
    return this.run(scripts.list, deadline, { ...query, limit: PAGE_SIZE });
  }

  async show(id: ReportId, deadline: Deadline): Promise<Report | undefined> {
    const { report, sealed, calls, user, peer } = await this.run(scripts.show, deadline, {
      reportId: id,
      limit: MOST_CALLS,
    });
    if (report === undefined) return undefined;
    const text = sealed === undefined ? undefined : openText(sealed, id, this.settings.openingKeys);
    return { ...report, ...(text !== undefined && { text }), calls, violations: { user, peer } };
  }

  async update(
    change: { reportId: ReportId; state: ReportState; handler: string },
    deadline: Deadline,
  ): Promise<boolean> {
    return (await this.run(scripts.update, deadline, change)).known;
  }

  private run<Answer>(script: Script<Answer>, deadline: Deadline, args: object): Promise<Answer> {
    return this.runner.run(script, { ...commonArguments(this.settings, this.clock), ...args }, deadline);
  }
}
